/* pgdoctor
id: custom-messages-deleted-in-bulk
title: user whose messages were deleted many at once
why: |
  People delete one message at a time. Many within a minute were a slip, a faulty program, or somebody else in the account, and
  the user soon reports that data are missing.

  Diagnosis: --threshold custom-messages-deleted-in-bulk.user-id=NUMBER looks at one user alone, and with min-messages=1 beside it
  lists all that this user has deleted.

  Cure: ask the user, then bring the messages back, which the fix does: they are only marked as deleted.
severity: warning
object: [account, minute]
message: "{account}: {messages} messages deleted at {minute} UTC, of {all_messages} in all"
thresholds:
  min-messages:
    default: 20
    unit: messages
    why: more than somebody deletes by hand within a minute
  user-id:
    default: 0
    unit: id
    why: 0 is every user, any other number that user alone
fix:
  risk: data
  note: ask the user first
  up: |
    UPDATE public.messages SET deleted_at = NULL
    WHERE id IN (SELECT d.key::bigint FROM json_each_text(@literal:deleted@::json) AS d)
  down: |
    UPDATE public.messages AS m SET deleted_at = d.value::timestamptz
    FROM json_each_text(@literal:deleted@::json) AS d WHERE m.id = d.key::bigint
*/
SELECT 'user ' || m.sender AS account, to_char(m.minute, 'YYYY-MM-DD HH24:MI') AS minute, count(*) AS messages,
	(SELECT count(*) FROM public.messages AS a WHERE a.sender = m.sender) AS all_messages,
	json_object_agg(m.id, m.deleted_at ORDER BY m.id)::text AS deleted
FROM (
	SELECT d.id, d.sender, d.deleted_at, date_trunc('minute', d.deleted_at AT TIME ZONE 'UTC') AS minute
	FROM public.messages AS d
	WHERE d.deleted_at IS NOT NULL AND d.sender IS NOT NULL AND @threshold:user-id@ IN (0, d.sender)
) AS m
GROUP BY m.sender, m.minute
HAVING count(*) >= @threshold:min-messages@
ORDER BY m.sender, m.minute;
