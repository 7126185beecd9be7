/* pgdoctor
id: custom-unexplained-payment
title: payment that belongs to no contract
why: |
  A deposit is paid before its contract exists. Money that still has no contract months later was not assigned, or must be paid back.

  Diagnosis: compare the payment with the bank's statement, and the payer with the tenants.

  Cure: assign it to its contract, or pay it back.
severity: warning
object: [schema_name, table_name, payment_id]
message: "payment {payment_id} of {amount} was paid on {paid_on} and belongs to no contract"
thresholds:
  grace-days:
    default: 90
    unit: days
    why: from the deposit to the contract no more than three months pass
*/
SELECT 'public' AS schema_name, 'payments' AS table_name, p.id AS payment_id, p.amount, p.paid_at::date AS paid_on
FROM public.payments AS p
WHERE p.contract_id IS NULL AND p.paid_at < now() - make_interval(days => @threshold:grace-days@)
ORDER BY p.id;
