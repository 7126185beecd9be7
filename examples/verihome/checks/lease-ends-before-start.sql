/* pgdoctor
id: custom-lease-ends-before-start
title: lease that ends before it starts
why: |
  Such a lease is valid on no day: the flat looks free and is let twice, and no rent falls due.

  Diagnosis: look in its history for the edit that swapped the days, or moved one of them.

  Cure: correct the days, then keep it so: ALTER TABLE rental.leases ADD CHECK (ends_on >= starts_on).
severity: critical
object: [schema_name, table_name, lease_id]
message: "lease {lease_id} starts on {starts_on} and ends on {ends_on}"
fix:
  risk: data
  note: right where the days were swapped, which is the usual mistake; look at each lease first
  up: UPDATE rental.leases SET starts_on = @literal:ends_on@, ends_on = @literal:starts_on@ WHERE id = @literal:lease_id@
  down: UPDATE rental.leases SET starts_on = @literal:starts_on@, ends_on = @literal:ends_on@ WHERE id = @literal:lease_id@
*/
SELECT 'rental' AS schema_name, 'leases' AS table_name, l.id AS lease_id, l.starts_on, l.ends_on
FROM rental.leases AS l
WHERE l.ends_on < l.starts_on
ORDER BY l.id;
