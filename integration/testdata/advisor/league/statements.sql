-- What a platform for amateur sports leagues sends in a day: the web and phone clients by a GraphQL engine (with live queries), the
-- clubs' pages by a REST layer, the officials' desk by a second GraphQL server, and a few reports that somebody wrote.

-- club_by_slug 12000
WITH pgrst_source AS ( SELECT "public"."club".* FROM "public"."club"
WHERE "public"."club"."slug" = 'club-{~club}' LIMIT 1 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- user_by_email 4000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.id" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."display_name" AS "display_name", "_root.base"."locale" AS "locale", "_root.base"."preferences" AS "preferences") AS "_e")) AS "root", "_root.base"."id" AS "root.pg.id"
FROM (SELECT * FROM "public"."app_user" WHERE ((("public"."app_user"."email") = (('fan.{1..1500}@mail.example')::citext)) AND (("public"."app_user"."deleted_at") IS NULL)) ORDER BY "id" ASC NULLS LAST LIMIT 1) AS "_root.base"
ORDER BY "root.pg.id" ASC NULLS LAST) AS "_root";

-- user_search 500 gin
SELECT coalesce(json_agg("root" ORDER BY "root.pg.display_name" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."display_name" AS "display_name", "_root.base"."email" AS "email") AS "_e")) AS "root", "_root.base"."display_name" AS "root.pg.display_name"
FROM (SELECT * FROM "public"."app_user" WHERE (((("public"."app_user"."display_name") ILIKE (('%radley q%')::text)) OR (("public"."app_user"."email") = (('radley q')::citext))) AND (("public"."app_user"."deleted_at") IS NULL)) ORDER BY "display_name" ASC NULLS LAST LIMIT 20) AS "_root.base"
ORDER BY "root.pg.display_name" ASC NULLS LAST) AS "_root";

-- memberships_of_user 6000
with __local_1__ as (select to_json((json_build_object('role'::text, (__local_0__."role"), 'joinedOn'::text, (__local_0__."joined_on"), '@club'::text, (select json_build_object('id'::text, (__local_3__."id"), 'name'::text, (__local_3__."name"), 'slug'::text, (__local_3__."slug")) as object from "public"."club" as __local_3__ where (not (__local_3__ is null)) and (__local_0__."club_id" = __local_3__."id") and (TRUE) and (TRUE))))) as "@nodes" from (select __local_0__.* from "public"."club_member" as __local_0__
where (__local_0__."user_id" = '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}') and (TRUE) and (TRUE) order by __local_0__."club_id" ASC, __local_0__."user_id" ASC limit 50) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data";

-- user_seen 30000
UPDATE "public"."app_user" SET "last_seen_at" = ('2026-06-01T08:{10..59}:00+00:00')::timestamptz, "session_count" = "session_count" + 1 WHERE (("public"."app_user"."id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid));

-- team_page 8000
WITH pgrst_source AS ( SELECT "public"."team"."id", "public"."team"."name", "public"."team"."contact", "public"."team"."follower_count", row_to_json("team_club_1".*) AS "club", COALESCE("team_player_1"."team_player_1", '[]') AS "player" FROM "public"."team"
LEFT JOIN LATERAL ( SELECT "club_1"."id", "club_1"."name", "club_1"."slug" FROM "public"."club" AS "club_1" WHERE "club_1"."id" = "public"."team"."club_id" ) AS "team_club_1" ON TRUE
LEFT JOIN LATERAL ( SELECT json_agg("team_player_1") AS "team_player_1" FROM (SELECT "player_1"."id", "player_1"."first_name", "player_1"."last_name", "player_1"."shirt", "player_1"."position" FROM "public"."player" AS "player_1" WHERE "player_1"."active" IS TRUE AND "player_1"."team_id" = "public"."team"."id" ORDER BY "player_1"."shirt" ASC ) AS "team_player_1" ) AS "team_player_1" ON TRUE
WHERE "public"."team"."id" = '71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}' LIMIT 1 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- teams_of_club 1500
SELECT coalesce(json_agg("root" ORDER BY "root.pg.name" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."name" AS "name", "_root.base"."age_group" AS "age_group", "_root.ar.root.players_aggregate"."players_aggregate" AS "players_aggregate") AS "_e")) AS "root", "_root.base"."name" AS "root.pg.name"
FROM (SELECT * FROM "public"."team" WHERE ((("public"."team"."club_id") = (('{~club}')::bigint)) AND (("public"."team"."archived_at") IS NULL)) ORDER BY "name" ASC NULLS LAST LIMIT 50) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT json_build_object('aggregate', json_build_object('count', COUNT(*))) AS "players_aggregate" FROM (SELECT 1 FROM "public"."player" WHERE ((("_root.base"."id") = ("team_id")) AND (("public"."player"."active") = (('true')::boolean)))) AS "_root.ar.root.players_aggregate.base") AS "_root.ar.root.players_aggregate" ON ('true')
ORDER BY "root.pg.name" ASC NULLS LAST) AS "_root";

-- player_profile 5000
SELECT coalesce((json_agg("root") -> 0), 'null') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."first_name" AS "first_name", "_root.base"."last_name" AS "last_name", "_root.base"."bio" AS "bio", "_root.base"."stats" AS "stats", "_root.or.team"."team" AS "team", "_root.ar.root.events"."events" AS "events") AS "_e")) AS "root"
FROM (SELECT * FROM "public"."player" WHERE (("public"."player"."id") = (('e48b07f5-92a1-4c3d-a06e-1d7c58b93{100..499}')::uuid))) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.team.base"."id" AS "id", "_root.or.team.base"."name" AS "name", "_root.or.team.base"."age_group" AS "age_group") AS "_e")) AS "team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."team_id") = ("id")) LIMIT 1) AS "_root.or.team.base") AS "_root.or.team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT coalesce(json_agg("events" ORDER BY "root.ar.root.events.pg.created_at" DESC NULLS FIRST), '[]') AS "events" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.ar.root.events.base"."kind" AS "kind", "_root.ar.root.events.base"."minute" AS "minute", "_root.ar.root.events.base"."created_at" AS "created_at") AS "_e")) AS "events", "_root.ar.root.events.base"."created_at" AS "root.ar.root.events.pg.created_at" FROM (SELECT * FROM "public"."match_event" WHERE ((("_root.base"."id") = ("player_id")) AND (("public"."match_event"."kind") = ANY((ARRAY['goal', 'red_card'])::text[]))) ORDER BY "created_at" DESC NULLS FIRST LIMIT 20) AS "_root.ar.root.events.base" ORDER BY "root.ar.root.events.pg.created_at" DESC NULLS FIRST) AS "_root.ar.root.events") AS "_root.ar.root.events" ON ('true')) AS "_root";

-- players_of_user 2500
with __local_1__ as (select to_json((json_build_object('id'::text, (__local_0__."id"), 'lastName'::text, (__local_0__."last_name"), '@team'::text, (select json_build_object('id'::text, (__local_3__."id"), 'name'::text, (__local_3__."name")) as object from "public"."team" as __local_3__ where (not (__local_3__ is null)) and (__local_0__."team_id" = __local_3__."id") and (TRUE) and (TRUE))))) as "@nodes" from (select __local_0__.* from "public"."player" as __local_0__
where (__local_0__."user_id" = '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..299}') and (TRUE) and (TRUE) order by __local_0__."id" ASC limit 10) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data";

-- player_search 400 gin
SELECT coalesce(json_agg("root" ORDER BY "root.pg.last_name" ASC NULLS LAST, "root.pg.first_name" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."first_name" AS "first_name", "_root.base"."last_name" AS "last_name", "_root.base"."birth_date" AS "birth_date", "_root.or.team"."team" AS "team") AS "_e")) AS "root", "_root.base"."last_name" AS "root.pg.last_name", "_root.base"."first_name" AS "root.pg.first_name"
FROM (SELECT * FROM "public"."player" WHERE ((("public"."player"."last_name") ILIKE (('%wood-fox%')::text)) AND (("public"."player"."active") = (('true')::boolean))) ORDER BY "last_name" ASC NULLS LAST, "first_name" ASC NULLS LAST LIMIT 20) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.team.base"."id" AS "id", "_root.or.team.base"."name" AS "name", "_root.or.team.base"."age_group" AS "age_group") AS "_e")) AS "team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."team_id") = ("id")) LIMIT 1) AS "_root.or.team.base") AS "_root.or.team" ON ('true')
ORDER BY "root.pg.last_name" ASC NULLS LAST, "root.pg.first_name" ASC NULLS LAST) AS "_root";

-- player_by_licence 1500
WITH pgrst_source AS ( SELECT "public"."player"."id", "public"."player"."team_id", "public"."player"."first_name", "public"."player"."last_name", "public"."player"."licence_no" FROM "public"."player"
WHERE "public"."player"."licence_no" = 'L-{1000001..1010000}' LIMIT 2 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- player_same_person 300
SELECT p.id, p.first_name, p.last_name, p.birth_date, t.name AS team FROM player p JOIN team t ON t.id = p.team_id
WHERE lower(p.last_name) = lower('Kirby-Marden') AND p.birth_date BETWEEN date '19{80..95}-01-01' AND date '1999-{10..12}-01' ORDER BY p.birth_date;

-- season_matches 3500
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."status" AS "status", "_root.base"."home_score" AS "home_score", "_root.base"."away_score" AS "away_score", "_root.base"."matchday" AS "matchday", "_root.or.home_team"."home_team" AS "home_team", "_root.or.away_team"."away_team" AS "away_team") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at"
FROM (SELECT * FROM "public"."match" WHERE (("public"."match"."season_id") = (('b7d94e02-13c8-4fa6-9e51-6a80c3d7f2{50..98}')::uuid)) ORDER BY "kickoff_at" DESC NULLS FIRST LIMIT 20) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.home_team.base"."id" AS "id", "_root.or.home_team.base"."name" AS "name", "_root.or.home_team.base"."age_group" AS "age_group") AS "_e")) AS "home_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."home_team_id") = ("id")) LIMIT 1) AS "_root.or.home_team.base") AS "_root.or.home_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.away_team.base"."id" AS "id", "_root.or.away_team.base"."name" AS "name", "_root.or.away_team.base"."age_group" AS "age_group") AS "_e")) AS "away_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."away_team_id") = ("id")) LIMIT 1) AS "_root.or.away_team.base") AS "_root.or.away_team" ON ('true')
ORDER BY "root.pg.kickoff_at" DESC NULLS FIRST) AS "_root";

-- team_matches 5000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."home_score" AS "home_score", "_root.base"."away_score" AS "away_score", "_root.or.home_team"."home_team" AS "home_team", "_root.or.away_team"."away_team" AS "away_team") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at"
FROM (SELECT * FROM "public"."match" WHERE (((("public"."match"."home_team_id") = (('71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}')::uuid)) OR (("public"."match"."away_team_id") = (('71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}')::uuid))) AND (("public"."match"."kickoff_at") < (('2026-0{3..6}-01T08:00:00+00:00')::timestamptz))) ORDER BY "kickoff_at" DESC NULLS FIRST LIMIT 10) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.home_team.base"."id" AS "id", "_root.or.home_team.base"."name" AS "name", "_root.or.home_team.base"."age_group" AS "age_group") AS "_e")) AS "home_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."home_team_id") = ("id")) LIMIT 1) AS "_root.or.home_team.base") AS "_root.or.home_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.away_team.base"."id" AS "id", "_root.or.away_team.base"."name" AS "name", "_root.or.away_team.base"."age_group" AS "age_group") AS "_e")) AS "away_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."away_team_id") = ("id")) LIMIT 1) AS "_root.or.away_team.base") AS "_root.or.away_team" ON ('true')
ORDER BY "root.pg.kickoff_at" DESC NULLS FIRST) AS "_root";

-- match_detail 15000
SELECT coalesce((json_agg("root") -> 0), 'null') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."status" AS "status", "_root.base"."home_score" AS "home_score", "_root.base"."away_score" AS "away_score", "_root.base"."report" AS "report", "_root.base"."attributes" AS "attributes", "_root.or.home_team"."home_team" AS "home_team", "_root.or.away_team"."away_team" AS "away_team", "_root.ar.root.events"."events" AS "events", "_root.ar.root.comments_aggregate"."comments_aggregate" AS "comments_aggregate") AS "_e")) AS "root"
FROM (SELECT * FROM "public"."match" WHERE (("public"."match"."id") = (('c81e728d-9d4c-4f63-af06-7f89cc148{600..970}')::uuid))) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.home_team.base"."id" AS "id", "_root.or.home_team.base"."name" AS "name", "_root.or.home_team.base"."age_group" AS "age_group") AS "_e")) AS "home_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."home_team_id") = ("id")) LIMIT 1) AS "_root.or.home_team.base") AS "_root.or.home_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.away_team.base"."id" AS "id", "_root.or.away_team.base"."name" AS "name", "_root.or.away_team.base"."age_group" AS "age_group") AS "_e")) AS "away_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."away_team_id") = ("id")) LIMIT 1) AS "_root.or.away_team.base") AS "_root.or.away_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT coalesce(json_agg("events" ORDER BY "root.ar.root.events.pg.minute" ASC NULLS LAST, "root.ar.root.events.pg.id" ASC NULLS LAST), '[]') AS "events" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.ar.root.events.base"."id" AS "id", "_root.ar.root.events.base"."kind" AS "kind", "_root.ar.root.events.base"."minute" AS "minute", "_root.ar.root.events.base"."player_id" AS "player_id", "_root.ar.root.events.base"."detail" AS "detail") AS "_e")) AS "events", "_root.ar.root.events.base"."minute" AS "root.ar.root.events.pg.minute", "_root.ar.root.events.base"."id" AS "root.ar.root.events.pg.id" FROM (SELECT * FROM "public"."match_event" WHERE ((("_root.base"."id") = ("match_id"))) ORDER BY "minute" ASC NULLS LAST, "id" ASC NULLS LAST) AS "_root.ar.root.events.base" ORDER BY "root.ar.root.events.pg.minute" ASC NULLS LAST, "root.ar.root.events.pg.id" ASC NULLS LAST) AS "_root.ar.root.events") AS "_root.ar.root.events" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT json_build_object('aggregate', json_build_object('count', COUNT(*))) AS "comments_aggregate" FROM (SELECT 1 FROM "public"."comment" WHERE ((("_root.base"."id") = ("subject_id")) AND ((("public"."comment"."subject_type") = (('match')::text)) AND (("public"."comment"."hidden_at") IS NULL)))) AS "_root.ar.root.comments_aggregate.base") AS "_root.ar.root.comments_aggregate" ON ('true')) AS "_root";

-- match_ticker 2000
SELECT "__subs"."result_id", "_fld_resp"."root" AS "result" FROM UNNEST((ARRAY['7b1d{1000..9999}-52c4-4e0a-9f83-0c6d2a8be417', '7b1d{1000..9999}-52c4-4e0a-9f83-0c6d2a8be418'])::uuid[], (ARRAY['{"query": {"match_id": "c81e728d-9d4c-4f63-af06-7f89cc148{940..970}"}}', '{"query": {"match_id": "c81e728d-9d4c-4f63-af06-7f89cc148{940..970}"}}'])::json[]) AS "__subs"("result_id", "result_vars")
LEFT OUTER JOIN LATERAL (SELECT json_build_object('match_event', "_match_event"."root") AS "root" FROM (SELECT coalesce(json_agg("root" ORDER BY "root.pg.id" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kind" AS "kind", "_root.base"."minute" AS "minute", "_root.base"."team_id" AS "team_id") AS "_e")) AS "root", "_root.base"."id" AS "root.pg.id"
FROM (SELECT * FROM "public"."match_event" WHERE (("public"."match_event"."match_id") = ((("__subs"."result_vars"#>>ARRAY['query', 'match_id']))::uuid)) ORDER BY "id" DESC NULLS FIRST LIMIT 5) AS "_root.base" ORDER BY "root.pg.id" DESC NULLS FIRST) AS "_root") AS "_match_event") AS "_fld_resp" ON ('true');

-- matches_of_day 3000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" ASC NULLS LAST, "root.pg.id" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."status" AS "status", "_root.base"."home_score" AS "home_score", "_root.base"."away_score" AS "away_score", "_root.or.home_team"."home_team" AS "home_team", "_root.or.away_team"."away_team" AS "away_team") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at", "_root.base"."id" AS "root.pg.id"
FROM (SELECT * FROM "public"."match" WHERE ((("public"."match"."kickoff_at") >= (('2026-05-{10..29}T08:00:00+00:00')::timestamptz)) AND ((("public"."match"."kickoff_at") < (('2026-05-30T12:00:00+00:00')::timestamptz)) AND (("public"."match"."status") = ANY((ARRAY['live', 'played', 'scheduled'])::match_status[])))) ORDER BY "kickoff_at" ASC NULLS LAST, "id" ASC NULLS LAST LIMIT 40) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.home_team.base"."id" AS "id", "_root.or.home_team.base"."name" AS "name", "_root.or.home_team.base"."age_group" AS "age_group") AS "_e")) AS "home_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."home_team_id") = ("id")) LIMIT 1) AS "_root.or.home_team.base") AS "_root.or.home_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.away_team.base"."id" AS "id", "_root.or.away_team.base"."name" AS "name", "_root.or.away_team.base"."age_group" AS "age_group") AS "_e")) AS "away_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."away_team_id") = ("id")) LIMIT 1) AS "_root.or.away_team.base") AS "_root.or.away_team" ON ('true')
ORDER BY "root.pg.kickoff_at" ASC NULLS LAST, "root.pg.id" ASC NULLS LAST) AS "_root";

-- matches_without_result 400
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."status" AS "status", "_root.base"."referee_id" AS "referee_id") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at"
FROM (SELECT * FROM "public"."match" WHERE ((("public"."match"."home_score") IS NULL) AND ((("public"."match"."kickoff_at") < (('2026-05-{10..31}T08:00:00+00:00')::timestamptz)) AND (("public"."match"."status") = ANY((ARRAY['scheduled', 'postponed'])::match_status[])))) ORDER BY "kickoff_at" ASC NULLS LAST LIMIT 50) AS "_root.base"
ORDER BY "root.pg.kickoff_at" ASC NULLS LAST) AS "_root";

-- referee_schedule 1500
with __local_1__ as (select to_json((json_build_object('id'::text, (__local_0__."id"), 'kickoffAt'::text, (__local_0__."kickoff_at"), '@homeTeam'::text, (select json_build_object('name'::text, (__local_3__."name")) as object from "public"."team" as __local_3__ where (not (__local_3__ is null)) and (__local_0__."home_team_id" = __local_3__."id") and (TRUE) and (TRUE)), '@pitch'::text, (select json_build_object('name'::text, (__local_4__."name"), 'address'::text, (__local_4__."address")) as object from "public"."pitch" as __local_4__ where (not (__local_4__ is null)) and (__local_0__."pitch_id" = __local_4__."id") and (TRUE) and (TRUE))))) as "@nodes" from (select __local_0__.* from "public"."match" as __local_0__
where (__local_0__."referee_id" = '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}') and (__local_0__."kickoff_at" >= '2026-0{1..4}-01T00:00:00Z') and (TRUE) and (TRUE) order by __local_0__."kickoff_at" ASC, __local_0__."id" ASC limit 20) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data",
(select json_build_object('totalCount'::text, count(1)) from "public"."match" as __local_0__ where (__local_0__."referee_id" = '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}') and (__local_0__."kickoff_at" >= '2026-0{1..4}-01T00:00:00Z')) as "aggregates";

-- pitch_matches 900
WITH pgrst_source AS ( SELECT "public"."match"."id", "public"."match"."kickoff_at", "public"."match"."status" FROM "public"."match"
WHERE "public"."match"."pitch_id" = {~pitch} AND "public"."match"."kickoff_at" >= '2026-0{1..4}-15' ORDER BY "public"."match"."kickoff_at" ASC LIMIT 20 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- match_by_federation_no 1500
WITH pgrst_source AS ( SELECT "public"."match"."id", "public"."match"."season_id", "public"."match"."updated_at" FROM "public"."match"
WHERE "public"."match"."attributes"->>'federation_no' = 'F{100001..103000}' LIMIT 1 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- matches_of_pool 250 gin
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."attributes" AS "attributes") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at"
FROM (SELECT * FROM "public"."match" WHERE (("public"."match"."attributes") @> (('{"pool": "P-{1..2999}"}')::jsonb)) ORDER BY "kickoff_at" ASC NULLS LAST LIMIT 50) AS "_root.base"
ORDER BY "root.pg.kickoff_at" ASC NULLS LAST) AS "_root";

-- match_viewed 40000
UPDATE "public"."match" SET "view_count" = "public"."match"."view_count" + 1 WHERE (("public"."match"."id") = (('c81e728d-9d4c-4f63-af06-7f89cc148{600..970}')::uuid));

-- match_score 5000
WITH "match__mutation_result_alias" AS (UPDATE "public"."match" SET "home_score" = '{0..5}', "away_score" = '{0..5}', "status" = 'played', "updated_at" = '2026-06-01T08:{10..59}:00+00:00' WHERE (("public"."match"."id") = (('c81e728d-9d4c-4f63-af06-7f89cc148{940..970}')::uuid)) RETURNING *, ('true')::boolean AS "check__constraint")
SELECT json_build_object('affected_rows', (SELECT COUNT(*) FROM "match__mutation_result_alias"));

-- events_of_matches 4000
SELECT e.match_id, e.id, e.kind, e.minute, e.player_id FROM match_event e
WHERE e.match_id = ANY ('{"c81e728d-9d4c-4f63-af06-7f89cc148{600..970}","c81e728d-9d4c-4f63-af06-7f89cc148{600..970}","c81e728d-9d4c-4f63-af06-7f89cc148{600..970}","c81e728d-9d4c-4f63-af06-7f89cc148{600..970}"}'::uuid[]) AND e.kind IN ('goal', 'penalty', 'red_card') ORDER BY e.match_id, e.minute;

-- event_add 15000
INSERT INTO "public"."match_event" ("match_id", "team_id", "player_id", "minute", "kind", "detail", "created_at")
VALUES ('c81e728d-9d4c-4f63-af06-7f89cc148{940..970}', '71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}', 'e48b07f5-92a1-4c3d-a06e-1d7c58b93{100..499}', {1..90}, 'goal', '{}', '2026-06-01T08:{10..59}:00+00:00') RETURNING "id";

-- top_scorers 700
SELECT e.player_id, p.first_name, p.last_name, count(*) AS goals FROM match m
JOIN match_event e ON e.match_id = m.id AND e.kind IN ('goal', 'penalty') JOIN player p ON p.id = e.player_id
WHERE m.season_id = 'b7d94e02-13c8-4fa6-9e51-6a80c3d7f2{50..98}' AND m.status = 'played' GROUP BY e.player_id, p.first_name, p.last_name ORDER BY goals DESC, p.last_name LIMIT 20;

-- red_cards_since 300
WITH pgrst_source AS ( SELECT "public"."match_event"."id", "public"."match_event"."match_id", "public"."match_event"."player_id", "public"."match_event"."created_at", row_to_json("event_player_1".*) AS "player" FROM "public"."match_event"
LEFT JOIN LATERAL ( SELECT "player_1"."last_name", "player_1"."licence_no" FROM "public"."player" AS "player_1" WHERE "player_1"."id" = "public"."match_event"."player_id" ) AS "event_player_1" ON TRUE
WHERE "public"."match_event"."kind" = 'red_card' AND "public"."match_event"."created_at" >= '2026-05-{10..29}' ORDER BY "public"."match_event"."created_at" DESC LIMIT 100 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- lineups_of_player 2000
with __local_1__ as (select to_json((json_build_object('started'::text, (__local_0__."started"), 'minutesPlayed'::text, (__local_0__."minutes_played"), '@match'::text, (select json_build_object('id'::text, (__local_3__."id"), 'kickoffAt'::text, (__local_3__."kickoff_at")) as object from "public"."match" as __local_3__ where (not (__local_3__ is null)) and (__local_0__."match_id" = __local_3__."id") and (TRUE) and (TRUE))))) as "@nodes" from (select __local_0__.* from "public"."lineup" as __local_0__
where (__local_0__."player_id" = 'e48b07f5-92a1-4c3d-a06e-1d7c58b93{100..499}') and (TRUE) and (TRUE) order by __local_0__."match_id" ASC, __local_0__."player_id" ASC limit 30) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data",
(select json_build_object('totalCount'::text, count(1)) from "public"."lineup" as __local_0__ where (__local_0__."player_id" = 'e48b07f5-92a1-4c3d-a06e-1d7c58b93{100..499}')) as "aggregates";

-- lineup_clear 1000
DELETE FROM "public"."lineup" WHERE ((("public"."lineup"."match_id") = (('c81e728d-9d4c-4f63-af06-7f89cc148{940..970}')::uuid)) AND (("public"."lineup"."started") = (('false')::boolean)));

-- standings_table 9000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.points" DESC NULLS FIRST, "root.pg.goals_for" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."played" AS "played", "_root.base"."points" AS "points", "_root.base"."goals_for" AS "goals_for", "_root.base"."goals_against" AS "goals_against", "_root.or.team"."team" AS "team") AS "_e")) AS "root", "_root.base"."points" AS "root.pg.points", "_root.base"."goals_for" AS "root.pg.goals_for"
FROM (SELECT * FROM "public"."standing" WHERE (("public"."standing"."season_id") = (('b7d94e02-13c8-4fa6-9e51-6a80c3d7f2{89..98}')::uuid)) ORDER BY "points" DESC NULLS FIRST, "goals_for" DESC NULLS FIRST) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.team.base"."id" AS "id", "_root.or.team.base"."name" AS "name", "_root.or.team.base"."age_group" AS "age_group") AS "_e")) AS "team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."team_id") = ("id")) LIMIT 1) AS "_root.or.team.base") AS "_root.or.team" ON ('true')
ORDER BY "root.pg.points" DESC NULLS FIRST, "root.pg.goals_for" DESC NULLS FIRST) AS "_root";

-- standing_update 5000
UPDATE standing AS s SET played = s.played + 1, won = s.won + 1, points = s.points + 3, goals_for = s.goals_for + m.home_score, updated_at = timestamptz '2026-06-01 08:{10..59}:00+00'
FROM match AS m WHERE m.id = 'c81e728d-9d4c-4f63-af06-7f89cc148{940..970}' AND s.season_id = m.season_id AND s.team_id = m.home_team_id;

-- club_news 5000
WITH pgrst_source AS ( SELECT "public"."article"."id", "public"."article"."slug", "public"."article"."title", "public"."article"."published_at", row_to_json("article_author_1".*) AS "author" FROM "public"."article"
LEFT JOIN LATERAL ( SELECT "app_user_1"."display_name" FROM "public"."app_user" AS "app_user_1" WHERE "app_user_1"."id" = "public"."article"."author_id" ) AS "article_author_1" ON TRUE
WHERE "public"."article"."club_id" = {~club} AND "public"."article"."status" = 'published' ORDER BY "public"."article"."published_at" DESC LIMIT 10 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- news_front 1200
SELECT coalesce(json_agg("root" ORDER BY "root.pg.published_at" DESC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."slug" AS "slug", "_root.base"."title" AS "title", "_root.base"."published_at" AS "published_at", "_root.or.club"."club" AS "club", "_root.ar.root.comments_aggregate"."comments_aggregate" AS "comments_aggregate") AS "_e")) AS "root", "_root.base"."published_at" AS "root.pg.published_at"
FROM (SELECT * FROM "public"."article" WHERE ((("public"."article"."status") = (('published')::text)) AND (("public"."article"."published_at") < (('2026-05-{10..31}T08:00:00+00:00')::timestamptz))) ORDER BY "published_at" DESC NULLS LAST LIMIT 20) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.club.base"."name" AS "name", "_root.or.club.base"."slug" AS "slug") AS "_e")) AS "club" FROM (SELECT * FROM "public"."club" WHERE (("_root.base"."club_id") = ("id")) LIMIT 1) AS "_root.or.club.base") AS "_root.or.club" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT json_build_object('aggregate', json_build_object('count', COUNT(*))) AS "comments_aggregate" FROM (SELECT 1 FROM "public"."comment" WHERE ((("_root.base"."id") = ("subject_id")) AND (("public"."comment"."subject_type") = (('article')::text)))) AS "_root.ar.root.comments_aggregate.base") AS "_root.ar.root.comments_aggregate" ON ('true')
ORDER BY "root.pg.published_at" DESC NULLS LAST) AS "_root";

-- news_search 400 gin
WITH pgrst_source AS ( SELECT "public"."article"."id", "public"."article"."slug", "public"."article"."title" FROM "public"."article"
WHERE "public"."article"."fts" @@ plainto_tsquery('english', 'barbecue disputed semifinal') AND "public"."article"."status" = 'published' ORDER BY "public"."article"."published_at" DESC LIMIT 20 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- news_by_tag 500 gin
WITH pgrst_source AS ( SELECT "public"."article"."id", "public"."article"."slug", "public"."article"."title", "public"."article"."tags" FROM "public"."article"
WHERE "public"."article"."tags" @> '{"tag-{1..600}"}' AND "public"."article"."status" = 'published' ORDER BY "public"."article"."published_at" DESC LIMIT 20 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- comments_of_match 9000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.created_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."body" AS "body", "_root.base"."parent_id" AS "parent_id", "_root.base"."like_count" AS "like_count", "_root.base"."created_at" AS "created_at", "_root.or.author"."author" AS "author") AS "_e")) AS "root", "_root.base"."created_at" AS "root.pg.created_at"
FROM (SELECT * FROM "public"."comment" WHERE ((("public"."comment"."subject_id") = (('c81e728d-9d4c-4f63-af06-7f89cc148{600..970}')::uuid)) AND ((("public"."comment"."subject_type") = (('match')::text)) AND (("public"."comment"."hidden_at") IS NULL))) ORDER BY "created_at" DESC NULLS FIRST LIMIT 30) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.author.base"."id" AS "id", "_root.or.author.base"."display_name" AS "display_name") AS "_e")) AS "author" FROM (SELECT * FROM "public"."app_user" WHERE (("_root.base"."author_id") = ("id")) LIMIT 1) AS "_root.or.author.base") AS "_root.or.author" ON ('true')
ORDER BY "root.pg.created_at" DESC NULLS FIRST) AS "_root";

-- comments_of_author 2000
with __local_1__ as (select to_json((json_build_object('id'::text, (__local_0__."id"), 'body'::text, (__local_0__."body"), 'subjectType'::text, (__local_0__."subject_type"), 'subjectId'::text, (__local_0__."subject_id"), 'createdAt'::text, (__local_0__."created_at")))) as "@nodes" from (select __local_0__.* from "public"."comment" as __local_0__
where (__local_0__."author_id" = '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..299}') and (__local_0__."hidden_at" is null) and (TRUE) and (TRUE) order by __local_0__."created_at" DESC, __local_0__."id" DESC limit 20) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data";

-- replies 3000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.created_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."parent_id" AS "parent_id", "_root.base"."body" AS "body", "_root.base"."created_at" AS "created_at") AS "_e")) AS "root", "_root.base"."created_at" AS "root.pg.created_at"
FROM (SELECT * FROM "public"."comment" WHERE ((("public"."comment"."parent_id") = ANY((ARRAY['{comment}', '{comment}', '{comment}', '{comment}', '{comment}'])::bigint[])) AND (("public"."comment"."hidden_at") IS NULL)) ORDER BY "created_at" ASC NULLS LAST) AS "_root.base"
ORDER BY "root.pg.created_at" ASC NULLS LAST) AS "_root";

-- moderation_queue 500
SELECT coalesce(json_agg("root" ORDER BY "root.pg.reported_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."body" AS "body", "_root.base"."subject_type" AS "subject_type", "_root.base"."subject_id" AS "subject_id", "_root.base"."reported_at" AS "reported_at", "_root.or.author"."author" AS "author") AS "_e")) AS "root", "_root.base"."reported_at" AS "root.pg.reported_at"
FROM (SELECT * FROM "public"."comment" WHERE ((("public"."comment"."reported_at") IS NOT NULL) AND (("public"."comment"."hidden_at") IS NULL)) ORDER BY "reported_at" ASC NULLS LAST LIMIT 25) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.author.base"."id" AS "id", "_root.or.author.base"."email" AS "email") AS "_e")) AS "author" FROM (SELECT * FROM "public"."app_user" WHERE (("_root.base"."author_id") = ("id")) LIMIT 1) AS "_root.or.author.base") AS "_root.or.author" ON ('true')
ORDER BY "root.pg.reported_at" ASC NULLS LAST) AS "_root";

-- latest_comments 1200
select to_json(json_build_object('__identifiers'::text, json_build_array(__local_0__."id"), 'id'::text, (__local_0__."id"), 'body'::text, (__local_0__."body"), 'createdAt'::text, (__local_0__."created_at"))) as "@nodes"
from (select __local_0__.* from "public"."comment" as __local_0__ where (((__local_0__."created_at" < '2026-05-31T{10..23}:00:00Z') or (__local_0__."created_at" = '2026-05-31T{10..23}:00:00Z' and __local_0__."id" < {comment}))) and (TRUE)
order by __local_0__."created_at" DESC, __local_0__."id" DESC limit 30) __local_0__;

-- comment_add 8000
WITH "comment__mutation_result_alias" AS (INSERT INTO "public"."comment" ("id", "subject_type", "subject_id", "author_id", "parent_id", "body", "created_at") VALUES (DEFAULT, ('match')::text, ('c81e728d-9d4c-4f63-af06-7f89cc148{600..970}')::uuid, ('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid, DEFAULT, ('Well played.')::text, '2026-06-01T08:{10..59}:00+00:00') RETURNING *, ('true')::boolean AS "check__constraint"),
"comment__all_columns_alias" AS (SELECT "id", "created_at" FROM "comment__mutation_result_alias")
SELECT json_build_object('id', (SELECT "id" FROM "comment__all_columns_alias" LIMIT 1), 'affected_rows', (SELECT COUNT(*) FROM "comment__mutation_result_alias"));

-- follows_of_user 5000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.created_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."subject_type" AS "subject_type", "_root.base"."subject_id" AS "subject_id", "_root.base"."muted" AS "muted") AS "_e")) AS "root", "_root.base"."created_at" AS "root.pg.created_at"
FROM (SELECT * FROM "public"."follow" WHERE ((("public"."follow"."user_id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid)) AND (("public"."follow"."subject_type") = (('team')::text))) ORDER BY "created_at" DESC NULLS FIRST LIMIT 100) AS "_root.base"
ORDER BY "root.pg.created_at" DESC NULLS FIRST) AS "_root";

-- feed 4000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.kickoff_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kickoff_at" AS "kickoff_at", "_root.base"."status" AS "status", "_root.base"."home_score" AS "home_score", "_root.base"."away_score" AS "away_score", "_root.or.home_team"."home_team" AS "home_team", "_root.or.away_team"."away_team" AS "away_team") AS "_e")) AS "root", "_root.base"."kickoff_at" AS "root.pg.kickoff_at"
FROM (SELECT * FROM "public"."match" WHERE ((("public"."match"."kickoff_at") > (('2026-05-{10..28}T08:00:00+00:00')::timestamptz)) AND (EXISTS (SELECT 1 FROM "public"."follow" AS "__be_0_follow" WHERE (((("__be_0_follow"."subject_id") = ("public"."match"."home_team_id")) AND ('true')) AND ((("__be_0_follow"."user_id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..299}')::uuid)) AND ((("__be_0_follow"."subject_type") = (('team')::text)) AND (('true') AND ('true')))))))) ORDER BY "kickoff_at" ASC NULLS LAST LIMIT 15) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.home_team.base"."id" AS "id", "_root.or.home_team.base"."name" AS "name", "_root.or.home_team.base"."age_group" AS "age_group") AS "_e")) AS "home_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."home_team_id") = ("id")) LIMIT 1) AS "_root.or.home_team.base") AS "_root.or.home_team" ON ('true')
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.away_team.base"."id" AS "id", "_root.or.away_team.base"."name" AS "name", "_root.or.away_team.base"."age_group" AS "age_group") AS "_e")) AS "away_team" FROM (SELECT * FROM "public"."team" WHERE (("_root.base"."away_team_id") = ("id")) LIMIT 1) AS "_root.or.away_team.base") AS "_root.or.away_team" ON ('true')
ORDER BY "root.pg.kickoff_at" ASC NULLS LAST) AS "_root";

-- followers_count 4000
SELECT json_build_object('aggregate', json_build_object('count', COUNT(*))) AS "root" FROM (SELECT 1 FROM "public"."follow" WHERE ((("public"."follow"."subject_id") = (('71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}')::uuid)) AND (("public"."follow"."subject_type") = (('team')::text)))) AS "_root.base";

-- follow_add 4000
WITH pgrst_source AS ( WITH pgrst_payload AS (SELECT '{"user_id": "3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}", "subject_type": "team", "subject_id": "71ce5a38-d04b-4297-8f16-e5b92c04a{100..999}", "created_at": "2026-06-01T08:{10..59}:00Z"}'::json AS json_data), pgrst_body AS (SELECT CASE WHEN json_typeof(json_data) = 'array' THEN json_data ELSE json_build_array(json_data) END AS val FROM pgrst_payload)
INSERT INTO "public"."follow" ("user_id", "subject_type", "subject_id", "created_at") SELECT "user_id", "subject_type", "subject_id", "created_at" FROM json_populate_recordset(null::"public"."follow", (SELECT val FROM pgrst_body)) _ ON CONFLICT ("user_id", "subject_type", "subject_id") DO NOTHING RETURNING 1 )
SELECT '' AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total FROM (SELECT * FROM pgrst_source) _postgrest_t;

-- pitches_of_club 3000
WITH pgrst_source AS ( SELECT "public"."pitch"."id", "public"."pitch"."name", "public"."pitch"."surface", "public"."pitch"."price_per_hour" FROM "public"."pitch"
WHERE "public"."pitch"."club_id" = {~club} ORDER BY "public"."pitch"."name" ASC LIMIT 50 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- pitch_calendar 5000
WITH pgrst_source AS ( SELECT "public"."booking"."id", "public"."booking"."starts_at", "public"."booking"."ends_at", "public"."booking"."status", row_to_json("booking_team_1".*) AS "team" FROM "public"."booking"
LEFT JOIN LATERAL ( SELECT "team_1"."id", "team_1"."name" FROM "public"."team" AS "team_1" WHERE "team_1"."id" = "public"."booking"."team_id" ) AS "booking_team_1" ON TRUE
WHERE "public"."booking"."pitch_id" = {~pitch} AND "public"."booking"."starts_at" >= '2026-05-{10..29}' AND "public"."booking"."starts_at" < '2026-06-{10..28}' AND "public"."booking"."status" = ANY('{"confirmed","requested"}') ORDER BY "public"."booking"."starts_at" ASC LIMIT 200 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- occupied_at 300 gin
WITH pgrst_source AS ( SELECT "public"."booking"."id", "public"."booking"."pitch_id", "public"."booking"."during" FROM "public"."booking"
WHERE "public"."booking"."during" && '["2026-06-28 19:{10..59}:00+00","2026-06-29 08:30:00+00")' LIMIT 100 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- bookings_of_user 2500
SELECT coalesce(json_agg("root" ORDER BY "root.pg.starts_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."starts_at" AS "starts_at", "_root.base"."ends_at" AS "ends_at", "_root.base"."status" AS "status", "_root.base"."price" AS "price", "_root.or.pitch"."pitch" AS "pitch") AS "_e")) AS "root", "_root.base"."starts_at" AS "root.pg.starts_at"
FROM (SELECT * FROM "public"."booking" WHERE (("public"."booking"."booked_by") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..299}')::uuid)) ORDER BY "starts_at" DESC NULLS FIRST LIMIT 20) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.or.pitch.base"."name" AS "name", "_root.or.pitch.base"."address" AS "address") AS "_e")) AS "pitch" FROM (SELECT * FROM "public"."pitch" WHERE (("_root.base"."pitch_id") = ("id")) LIMIT 1) AS "_root.or.pitch.base") AS "_root.or.pitch" ON ('true')
ORDER BY "root.pg.starts_at" DESC NULLS FIRST) AS "_root";

-- bookings_of_team 1200
with __local_1__ as (select to_json((json_build_object('id'::text, (__local_0__."id"), 'startsAt'::text, (__local_0__."starts_at"), 'status'::text, (__local_0__."status"), '@pitch'::text, (select json_build_object('name'::text, (__local_3__."name")) as object from "public"."pitch" as __local_3__ where (not (__local_3__ is null)) and (__local_0__."pitch_id" = __local_3__."id") and (TRUE) and (TRUE))))) as "@nodes" from (select __local_0__.* from "public"."booking" as __local_0__
where (__local_0__."team_id" = '71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}') and (__local_0__."starts_at" >= '2026-05-{10..29}T00:00:00Z') and (TRUE) and (TRUE) order by __local_0__."starts_at" ASC, __local_0__."id" ASC limit 25) __local_0__),
__local_2__ as (select json_agg(to_json(__local_1__)) as data from __local_1__)
select coalesce((select __local_2__.data from __local_2__), '[]'::json) as "data";

-- requested_bookings 900
SELECT coalesce(json_agg("root" ORDER BY "root.pg.starts_at" ASC NULLS LAST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."starts_at" AS "starts_at", "_root.base"."ends_at" AS "ends_at", "_root.base"."note" AS "note", "_root.base"."booked_by" AS "booked_by") AS "_e")) AS "root", "_root.base"."starts_at" AS "root.pg.starts_at"
FROM (SELECT * FROM "public"."booking" WHERE ((("public"."booking"."status") = (('requested')::text)) AND (EXISTS (SELECT 1 FROM "public"."pitch" AS "__be_0_pitch" WHERE (((("__be_0_pitch"."id") = ("public"."booking"."pitch_id")) AND ('true')) AND ((("__be_0_pitch"."club_id") = (('{~club}')::bigint)) AND (('true') AND ('true'))))))) ORDER BY "starts_at" ASC NULLS LAST LIMIT 30) AS "_root.base"
ORDER BY "root.pg.starts_at" ASC NULLS LAST) AS "_root";

-- booking_add 2500
INSERT INTO "public"."booking" ("pitch_id", "team_id", "booked_by", "starts_at", "ends_at", "status", "price", "created_at")
VALUES ({~pitch}, '71ce5a38-d04b-4297-8f16-e5b92c04a{100..499}', '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}', '2026-08-01T18:{10..29}:00Z', '2026-08-01T19:{30..59}:00Z', 'requested', 45, '2026-06-01T08:{10..59}:00Z') RETURNING "id";

-- invoices_of_club 2500
WITH pgrst_source AS ( SELECT "public"."invoice"."id", "public"."invoice"."number", "public"."invoice"."amount", "public"."invoice"."issued_on", "public"."invoice"."paid_at" FROM "public"."invoice"
WHERE "public"."invoice"."club_id" = {~club} ORDER BY "public"."invoice"."issued_on" DESC, "public"."invoice"."id" DESC LIMIT 25 OFFSET 0 ), pgrst_source_count AS ( SELECT 1 FROM "public"."invoice" WHERE "public"."invoice"."club_id" = {~club} )
SELECT (SELECT pg_catalog.count(*) FROM pgrst_source_count) AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- invoice_with_lines 2500
SELECT coalesce((json_agg("root") -> 0), 'null') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."number" AS "number", "_root.base"."recipient" AS "recipient", "_root.base"."amount" AS "amount", "_root.base"."due_on" AS "due_on", "_root.base"."paid_at" AS "paid_at", "_root.ar.root.lines"."lines" AS "lines") AS "_e")) AS "root"
FROM (SELECT * FROM "public"."invoice" WHERE ((("public"."invoice"."id") = (('{invoice}')::bigint)) AND (EXISTS (SELECT 1 FROM "public"."club_member" AS "__be_0_club_member" WHERE (((("__be_0_club_member"."club_id") = ("public"."invoice"."club_id")) AND ('true')) AND ((("__be_0_club_member"."role") = ANY((ARRAY['manager', 'coach', 'member'])::text[])) AND (('true') AND ('true')))))))) AS "_root.base"
LEFT OUTER JOIN LATERAL (SELECT coalesce(json_agg("lines" ORDER BY "root.ar.root.lines.pg.line_no" ASC NULLS LAST), '[]') AS "lines" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.ar.root.lines.base"."line_no" AS "line_no", "_root.ar.root.lines.base"."label" AS "label", "_root.ar.root.lines.base"."quantity" AS "quantity", "_root.ar.root.lines.base"."amount" AS "amount") AS "_e")) AS "lines", "_root.ar.root.lines.base"."line_no" AS "root.ar.root.lines.pg.line_no" FROM (SELECT * FROM "public"."invoice_line" WHERE ((("_root.base"."id") = ("invoice_id"))) ORDER BY "line_no" ASC NULLS LAST) AS "_root.ar.root.lines.base" ORDER BY "root.ar.root.lines.pg.line_no" ASC NULLS LAST) AS "_root.ar.root.lines") AS "_root.ar.root.lines" ON ('true')) AS "_root";

-- invoice_of_booking 1500
WITH pgrst_source AS ( SELECT "public"."invoice_line"."id", "public"."invoice_line"."amount", row_to_json("line_invoice_1".*) AS "invoice" FROM "public"."invoice_line"
INNER JOIN LATERAL ( SELECT "invoice_1"."number", "invoice_1"."paid_at" FROM "public"."invoice" AS "invoice_1" WHERE "invoice_1"."id" = "public"."invoice_line"."invoice_id" ) AS "line_invoice_1" ON TRUE
WHERE "public"."invoice_line"."booking_id" = '95a3d1e6-0b7f-4e24-8cd9-3f61b07a2{100..950}' LIMIT 10 OFFSET 0 )
SELECT null::bigint AS total_result_set, pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body, nullif(current_setting('response.headers', true), '') AS response_headers FROM ( SELECT * FROM pgrst_source ) _postgrest_t;

-- overdue_invoices 300
SELECT i.id, i.number, i.amount, i.due_on, c.name FROM invoice i JOIN club c ON c.id = i.club_id
WHERE i.paid_at IS NULL AND i.due_on < date '2026-05-{10..28}' ORDER BY i.due_on LIMIT 50;

-- notification_badge 9000
SELECT json_build_object('aggregate', json_build_object('count', COUNT(*))) AS "root" FROM (SELECT 1 FROM "public"."notification" WHERE ((("public"."notification"."user_id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid)) AND (("public"."notification"."read_at") IS NULL))) AS "_root.base";

-- notification_page 4000
SELECT coalesce(json_agg("root" ORDER BY "root.pg.created_at" DESC NULLS FIRST), '[]') AS "root" FROM (SELECT row_to_json((SELECT "_e" FROM (SELECT "_root.base"."id" AS "id", "_root.base"."kind" AS "kind", "_root.base"."payload" AS "payload", "_root.base"."read_at" AS "read_at", "_root.base"."created_at" AS "created_at") AS "_e")) AS "root", "_root.base"."created_at" AS "root.pg.created_at"
FROM (SELECT * FROM "public"."notification" WHERE (("public"."notification"."user_id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid)) ORDER BY "created_at" DESC NULLS FIRST LIMIT 20) AS "_root.base"
ORDER BY "root.pg.created_at" DESC NULLS FIRST) AS "_root";

-- notifications_read 3000
UPDATE "public"."notification" SET "read_at" = '2026-06-01T08:00:00+00:00' WHERE ((("public"."notification"."user_id") = (('3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}')::uuid)) AND (("public"."notification"."read_at") IS NULL));

-- notify_followers 600
INSERT INTO notification (user_id, kind, payload, created_at)
SELECT f.user_id, 'goal', '{"title": "Goal", "icon": "ball"}', timestamptz '2026-06-01 08:{10..59}:00+00' FROM follow f WHERE f.subject_id = '71ce5a38-d04b-4297-8f16-e5b92c04a{100..999}' AND f.subject_type = 'team' AND NOT f.muted;

-- request_log_add 50000
INSERT INTO request_log (operation, role, user_id, duration_ms, at) VALUES ('MatchDetail', 'user', '3f0a61c7-5e92-4d18-b7a4-90d2f86e1{100..999}', {3..80}, timestamptz '2026-06-01 08:{10..59}:00+00');

-- club_dashboard 150
WITH weeks AS (
  SELECT date_trunc('week', b.starts_at) AS week, count(*) FILTER (WHERE b.status = 'confirmed') AS confirmed, sum(b.price) FILTER (WHERE b.status = 'confirmed') AS revenue
  FROM pitch p JOIN booking b ON b.pitch_id = p.id WHERE p.club_id = {~club} AND b.starts_at >= timestamptz '2026-0{1..4}-01 00:00:00+00' GROUP BY 1)
SELECT week, confirmed, revenue, avg(revenue) OVER (ORDER BY week ROWS 3 PRECEDING) AS average FROM weeks ORDER BY week;

-- report_goals 12
SELECT date_trunc('month', e.created_at) AS month, e.kind, count(*) AS n FROM match_event e WHERE e.created_at >= timestamptz '2021-01-01 00:00:00+00' GROUP BY 1, 2 ORDER BY 1, 2;

-- report_slow_operations 4
SELECT operation, count(*) AS n, percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95 FROM request_log WHERE error IS NULL GROUP BY operation ORDER BY p95 DESC;
