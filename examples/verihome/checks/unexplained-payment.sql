/* pgdoctor
id: custom-unexplained-payment
title: tenant who paid on days of no lease
why: |
  Money came in for which no lease of the tenant was running: rent after moving out, or a lease that was never entered.

  Diagnosis: compare the tenant's payments with the leases, and both with the bank's statement.

  Cure: enter the lease, assign the payment to the right tenant, or pay it back.
severity: warning
object: [schema_name, table_name, tenant_id]
message: "tenant {tenant_id} paid {payments} times, {amount} in all, on days of no lease"
thresholds:
  grace-days:
    default: 31
    unit: days
    why: the last rent and the final bill come after the lease has ended
*/
SELECT 'rental' AS schema_name, 'payments' AS table_name, p.tenant_id, count(*) AS payments, sum(p.amount) AS amount, max(p.paid_on) AS last_paid_on
FROM rental.payments AS p
WHERE NOT EXISTS (
	SELECT FROM rental.leases AS l
	WHERE l.tenant_id = p.tenant_id AND p.paid_on >= l.starts_on
	AND (l.ends_on IS NULL OR p.paid_on <= l.ends_on + @threshold:grace-days@))
GROUP BY p.tenant_id
ORDER BY p.tenant_id;
