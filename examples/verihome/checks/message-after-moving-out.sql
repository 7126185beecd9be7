/* pgdoctor
id: custom-message-after-moving-out
title: tenant who writes long after moving out
why: |
  The account is still open although every lease has ended: somebody reads and writes who has no business here any more.

  Diagnosis: a deposit that was not paid back explains some of them; the others were forgotten when they moved out.

  Cure: settle what is open, then close the account. Prevention: close it in the job that ends the lease.
severity: info
category: security
object: tenant
message: "{tenant} wrote {messages} messages, the last {days} days after the last lease had ended"
thresholds:
  min-days:
    default: 90
    unit: days
    why: deposits are settled within three months
*/
SELECT 'tenant ' || t.id AS tenant, count(*) AS messages, max(m.sent_on) - t.last_day AS days
FROM (
	SELECT l.tenant_id AS id, max(l.ends_on) AS last_day
	FROM rental.leases AS l
	GROUP BY l.tenant_id
	HAVING bool_and(l.ends_on IS NOT NULL)
) AS t
JOIN rental.messages AS m ON m.tenant_id = t.id AND m.sent_on > t.last_day + @threshold:min-days@
GROUP BY t.id, t.last_day
ORDER BY t.id;
