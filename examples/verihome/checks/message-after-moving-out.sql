/* pgdoctor
id: custom-message-after-moving-out
title: tenant who writes long after moving out
why: |
  The account is still open although every contract has ended: somebody reads and writes who has no business here any more.

  Diagnosis: a deposit that was not paid back explains some of them; the others were forgotten when they moved out.

  Cure: settle what is open, then close the account. Prevention: close it in the job that ends the contract.
severity: info
category: security
object: tenant
message: "{tenant} last wrote {days} days after the last contract had ended; messages since then: {messages}"
thresholds:
  min-days:
    default: 90
    unit: days
    why: deposits are settled within three months
*/
SELECT 'tenant ' || t.id AS tenant, count(*) AS messages, max(m.created_at::date) - t.last_day AS days
FROM (
	SELECT c.tenant_id AS id, max(c.end_date) AS last_day
	FROM public.contracts AS c
	WHERE c.status <> 'cancelled'
	GROUP BY c.tenant_id
) AS t
JOIN public.messages AS m ON m.sender = t.id AND m.created_at::date > t.last_day + @threshold:min-days@
GROUP BY t.id, t.last_day
ORDER BY t.id;
