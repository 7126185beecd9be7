/* pgdoctor
id: custom-session-of-closed-account
title: closed account that is still signed in
why: |
  Whoever holds one of these sessions still acts as a user who is gone.

  Diagnosis: the finding counts what else there is of the user: contracts that run, properties, messages.

  Cure: end the sessions. The fix moves their rows to public.ended_sessions, from where undo brings them back.
  Prevention: end the sessions in the job that closes an account, and let the application refuse a closed one.
severity: warning
category: security
object: account
message: "{account} is closed; open sessions: {sessions}, active contracts: {contracts}, properties: {properties}, messages: {messages}"
fix:
  risk: data
  note: public.ended_sessions keeps the rows until you delete them there
  up: |
    CREATE TABLE IF NOT EXISTS public.ended_sessions (LIKE public.user_sessions, PRIMARY KEY (id));
    WITH ended AS (
      DELETE FROM public.user_sessions WHERE id = ANY (@literal:session_ids@::bigint[]) RETURNING *
    )
    INSERT INTO public.ended_sessions SELECT * FROM ended
  down: |
    WITH back AS (
      DELETE FROM public.ended_sessions WHERE id = ANY (@literal:session_ids@::bigint[]) RETURNING *
    )
    INSERT INTO public.user_sessions SELECT * FROM back
*/
SELECT 'user ' || u.id AS account, s.sessions, s.session_ids,
	(SELECT count(*) FROM public.contracts AS c WHERE c.tenant_id = u.id AND c.status = 'active') AS contracts,
	(SELECT count(*) FROM public.properties AS p WHERE p.user_id = u.id) AS properties,
	(SELECT count(*) FROM public.messages AS m WHERE m.sender = u.id) AS messages
FROM public.users AS u
JOIN (
	SELECT o.user_id, count(*) AS sessions, '{' || string_agg(o.id::text, ',' ORDER BY o.id) || '}' AS session_ids
	FROM public.user_sessions AS o
	WHERE o.expires_at > now()
	GROUP BY o.user_id
) AS s ON s.user_id = u.id
WHERE u.deleted_at IS NOT NULL
ORDER BY u.id;
