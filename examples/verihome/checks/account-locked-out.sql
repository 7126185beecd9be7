/* pgdoctor
id: custom-account-locked-out
title: account that failed sign-ins have locked
why: |
  Its owner cannot sign in, and often enough is not the one who failed.

  Diagnosis: custom-address-guessing-passwords shows whether somebody is guessing right now.

  Cure: once its owner has asked, and nobody is guessing any more, set the counter back, which the fix does.
  Prevention: a lock that ends by itself.
severity: info
category: security
object: [schema_name, table_name, user_id]
message: "user {user_id} failed {failed_login_attempts} times{until}"
thresholds:
  min-failures:
    default: 5
    unit: failures
    why: as many lock an account
fix:
  risk: data
  note: whoever is guessing this password may go on; unlock only whose owner has asked
  up: UPDATE public.users SET failed_login_attempts = 0, locked_until = NULL WHERE id = @literal:user_id@
  down: |
    UPDATE public.users SET failed_login_attempts = @literal:failed_login_attempts@, locked_until = @literal:locked_until@
    WHERE id = @literal:user_id@
*/
SELECT 'public' AS schema_name, 'users' AS table_name, u.id AS user_id, u.failed_login_attempts, u.locked_until,
	coalesce(', locked until ' || to_char(u.locked_until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC', '') AS until
FROM public.users AS u
WHERE u.failed_login_attempts >= @threshold:min-failures@
ORDER BY u.id;
