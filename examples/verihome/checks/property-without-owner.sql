/* pgdoctor
id: custom-property-without-owner
title: property on offer whose owner is gone
why: |
  Who writes about it gets no answer, and nobody may sign the contract. A property without any user is held by an agency and is fine.

  Diagnosis: orphan-rows counts the properties of users who do not exist; a closed account is still a row, and no foreign key sees it.

  Cure: take the property off the market, which the fix does, and find out who it belongs to.
  Prevention: withdraw the properties in the job that closes an account.
severity: warning
object: [schema_name, table_name, property_id]
message: "property {property_id} is on offer: {reason}"
fix:
  risk: data
  note: the property is a draft afterwards, and nothing else of it changes
  up: UPDATE public.properties SET status = 'draft' WHERE id = @literal:property_id@
  down: UPDATE public.properties SET status = @literal:status@ WHERE id = @literal:property_id@
*/
SELECT 'public' AS schema_name, 'properties' AS table_name, p.id AS property_id, p.status,
	CASE WHEN u.id IS NULL THEN 'user ' || p.user_id || ' does not exist'
		ELSE 'user ' || p.user_id || ' has closed the account' END AS reason
FROM public.properties AS p
LEFT JOIN public.users AS u ON u.id = p.user_id
WHERE p.status = 'available' AND p.user_id IS NOT NULL AND (u.id IS NULL OR u.deleted_at IS NOT NULL)
ORDER BY p.id;
