/* pgdoctor
id: custom-address-guessing-passwords
title: address from which many sign-ins fail
why: |
  One address that fails again and again within the hour tries passwords, mostly those of a list that was stolen elsewhere.

  Diagnosis: many accounts from one address is a list; one account is somebody who forgot a password, or a program that kept an old one.

  Cure: block the address where requests come in, not in the database; then look for a sign-in from it that went well.
  Prevention: limit attempts for each address and each account.
severity: warning
category: security
object: address
message: "{address}: {failures} failed sign-ins to {accounts} accounts within {minutes} minutes"
presets: [triage]
thresholds:
  min-failures:
    default: 10
    unit: failures
    why: people who mistype give up, or ask for a new password, before that
  minutes:
    default: 60
    unit: minutes
    why: long enough to see who tries slowly
*/
SELECT host(a.ip_address) AS address, count(*) AS failures, count(DISTINCT a.email) AS accounts, @threshold:minutes@ AS minutes
FROM public.login_attempts AS a
WHERE NOT a.success AND a.attempted_at > now() - make_interval(mins => @threshold:minutes@)
GROUP BY a.ip_address
HAVING count(*) > @threshold:min-failures@
ORDER BY a.ip_address;
