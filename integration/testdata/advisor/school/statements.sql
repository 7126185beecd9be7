-- A day of a learning platform for schools, as Eloquent sends it: the web application, its scheduler, its queue workers, and a few reports. There are ten users for every course, so the number of a course followed by 0 to 5 is a student, by 7 a teacher, by 8 or 9 a guardian.

-- user_by_email 5000
select * from "users" where "email" = 'user{users}@campus.example' and "users"."deleted_at" is null limit 1;

-- users_eager 22000
select * from "users" where "users"."id" in ({users}, {users}, {users}, {users}, {users}, {users}, {users}, {users}) and "users"."deleted_at" is null;

-- user_login 5000
update "users" set "last_login_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "id" = {users};

-- user_search_count 700
select count(*) as aggregate from "users" where "school_id" = {~schools} and (lower("name") like '%har%' or lower("email") like '%har%' or lower("student_no") like '%har%') and "users"."deleted_at" is null;

-- user_list 1500
select * from "users" where "school_id" = {~schools} and "role" = 'student' and "users"."deleted_at" is null order by "name" asc limit 15 offset 30;

-- guardians_of_students 3000
select "users".*, "guardian_student"."student_id" as "pivot_student_id", "guardian_student"."guardian_id" as "pivot_guardian_id" from "users" inner join "guardian_student" on "users"."id" = "guardian_student"."guardian_id" where "guardian_student"."student_id" in ({~courses}0, {~courses}1, {~courses}2, {~courses}3, {~courses}4, {~courses}5) and "users"."deleted_at" is null;

-- courses_of_student 9000
select "courses".*, "course_user"."user_id" as "pivot_user_id", "course_user"."course_id" as "pivot_course_id", "course_user"."progress" as "pivot_progress" from "courses" inner join "course_user" on "courses"."id" = "course_user"."course_id" where "course_user"."user_id" = {courses}{0..5} and "status" = 'active' and "courses"."deleted_at" is null order by "title" asc;

-- courses_of_teacher 3000
select "courses".*, (select count(*) from "users" inner join "course_user" on "users"."id" = "course_user"."user_id" where "courses"."id" = "course_user"."course_id" and "users"."deleted_at" is null) as "students_count", (select count(*) from "assignments" where "courses"."id" = "assignments"."course_id" and "assignments"."deleted_at" is null) as "assignments_count" from "courses" where "teacher_id" = {~courses}7 and "courses"."deleted_at" is null order by "year" desc, "title" asc;

-- course_catalogue_count 1500
select count(*) as aggregate from "courses" where "school_id" = {schools} and "status" = 'active' and ("title" ilike '%algebra%' or "code" ilike '%algebra%' or "subject" ilike '%algebra%') and "courses"."deleted_at" is null;

-- course_catalogue 3000
select * from "courses" where "school_id" = {schools} and "status" = 'active' and "courses"."deleted_at" is null order by "created_at" desc limit 15 offset 0;

-- enrolment_seen 20000
update "course_user" set "last_seen_at" = '2026-06-01 08:{10..59}:00', "progress" = {1..100}, "updated_at" = '2026-06-01 08:00:00' where "course_id" = {1..15} and "user_id" = 1{0..5};

-- lessons_of_course 8000
select "lessons".*, (select count(*) from "comments" where "lessons"."id" = "comments"."commentable_id" and "comments"."commentable_type" = 'App\Models\Lesson' and "comments"."deleted_at" is null) as "comments_count" from "lessons" where "lessons"."course_id" = {~courses} and "lessons"."course_id" is not null and "published_at" is not null and "lessons"."deleted_at" is null order by "position" asc;

-- assignments_upcoming 6000
select * from "assignments" where "course_id" in ({~courses}, {~courses}, {~courses}, {~courses}, {~courses}, {~courses}, {~courses}) and "published" = true and "due_at" >= '2026-05-2{0..9} 08:00:00' and "assignments"."deleted_at" is null order by "due_at" asc limit 10;

-- courses_with_open_work 800
select * from "courses" where "school_id" = {schools} and exists (select * from "assignments" where "courses"."id" = "assignments"."course_id" and "due_at" >= '2026-06-01 08:{10..59}:00' and "published" = true and "assignments"."deleted_at" is null) and "courses"."deleted_at" is null order by "title" asc limit 15 offset 0;

-- assignment_reminders 288
select * from "assignments" where "due_at" between '2026-06-02 0{0..9}:00:00' and '2026-06-02 1{0..9}:00:00' and "reminded_at" is null and "published" = true and "assignments"."deleted_at" is null order by "due_at" asc;

-- submissions_of_assignment 2500
select * from "submissions" where "submissions"."assignment_id" = {assignments} and "submissions"."assignment_id" is not null and "submissions"."deleted_at" is null order by "submitted_at" asc limit 15 offset 0;

-- open_work_of_student 7000
select * from "assignments" where "course_id" in ({~courses}, {~courses}, {~courses}, {~courses}, {~courses}) and "published" = true and not exists (select * from "submissions" where "assignments"."id" = "submissions"."assignment_id" and "user_id" = {~courses}{0..5} and "submissions"."deleted_at" is null) and "assignments"."deleted_at" is null order by "due_at" desc limit 15;

-- submissions_of_student 4000
select * from "submissions" where "submissions"."user_id" = {~courses}{0..5} and "submissions"."user_id" is not null and "submissions"."deleted_at" is null order by "submitted_at" desc limit 15 offset 0;

-- submissions_to_grade 2500
select count(*) as aggregate from "submissions" where "status" = 'submitted' and exists (select * from "assignments" where "submissions"."assignment_id" = "assignments"."id" and exists (select * from "courses" where "assignments"."course_id" = "courses"."id" and "teacher_id" = {~courses}7 and "courses"."deleted_at" is null) and "assignments"."deleted_at" is null) and "submissions"."deleted_at" is null;

-- plagiarism_next 1440
select * from "submissions" where "plagiarism_state" = 'queued' and "submissions"."deleted_at" is null order by "id" asc limit 20;

-- submissions_of_day 300
select count(*) as aggregate from "submissions" where date("submitted_at") = '2026-05-{10..31}' and "submissions"."deleted_at" is null;

-- submission_add 4000
insert into "submissions" ("assignment_id", "user_id", "status", "body", "plagiarism_state", "submitted_at", "updated_at", "created_at") values ({assignments}, {courses}{0..5}, 'submitted', 'We compared our results with those of the other group.', 'queued', '2026-06-01 08:{10..59}:00', '2026-06-01 08:00:00', '2026-06-01 08:00:00') returning "id";

-- submission_graded 3000
update "submissions" set "status" = 'graded', "graded_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "id" = {submissions};

-- grades_eager 5000
select * from "grades" where "grades"."submission_id" in ({submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}) and "grades"."deleted_at" is null;

-- grades_of_student 5000
select * from "grades" where "grades"."user_id" = {~courses}{0..5} and "grades"."user_id" is not null and "released_at" is not null and "grades"."deleted_at" is null order by "released_at" desc limit 15 offset 0;

-- gradebook 1200
select "users".*, (select avg("grades"."points") from "grades" where "users"."id" = "grades"."user_id" and "course_id" = {~courses} and "grades"."deleted_at" is null) as "grades_avg_points" from "users" inner join "course_user" on "users"."id" = "course_user"."user_id" where "course_user"."course_id" = {~courses} and "users"."deleted_at" is null order by "name" asc;

-- course_average 3000
select avg("points") as aggregate from "grades" where "course_id" = {~courses} and "released_at" is not null and "grades"."deleted_at" is null;

-- grade_add 3000
insert into "grades" ("submission_id", "course_id", "user_id", "grader_id", "points", "updated_at", "created_at") values ({submissions}, {~courses}, {courses}{0..5}, {~courses}7, {40..99}.50, '2026-06-01 08:{10..59}:00', '2026-06-01 08:{10..59}:00') returning "id";

-- quizzes_of_lessons 7000
select * from "quizzes" where "quizzes"."lesson_id" in ({lessons}, {lessons}, {lessons}, {lessons}, {lessons}, {lessons}, {lessons}, {lessons}, {lessons}) and "quizzes"."deleted_at" is null;

-- attempts_of_quiz 3000
select "quiz_id", max("score") as "best", avg("score") as "mean", count(*) as "n" from "quiz_attempts" where "quiz_id" in ({quizzes}, {quizzes}, {quizzes}, {quizzes}, {quizzes}) and "state" = 'finished' group by "quiz_id";

-- attempts_of_student 3000
select * from "quiz_attempts" where "quiz_attempts"."user_id" = {~courses}{0..5} and "quiz_attempts"."user_id" is not null order by "started_at" desc limit 15 offset 0;

-- attempts_expire 1440
update "quiz_attempts" set "state" = 'expired', "finished_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "state" = 'running' and "expires_at" <= '2026-06-01 08:{10..59}:00';

-- attempt_autosave 25000
update "quiz_attempts" set "answers" = '{"1":"c","2":"Thank you for letting us know.","3":42}', "updated_at" = '2026-06-01 08:{10..59}:00' where "id" = {quiz_attempts};

-- attendance_of_course 3000
select * from "attendances" where "attendances"."course_id" = {~courses} and "attendances"."course_id" is not null and "held_on" between '2026-05-{10..20}' and '2026-05-29' order by "held_on" asc;

-- attendance_of_students 3500
select * from "attendances" where "attendances"."user_id" in ({~courses}0, {~courses}1, {~courses}2) and "held_on" >= '2026-05-{10..25}' order by "held_on" desc;

-- absences_to_notify 480
select * from "attendances" where "held_on" = '2026-05-2{7..9}' and "status" = 'absent' and "notified_at" is null order by "id" asc limit 100;

-- attendance_save 4000
insert into "attendances" ("course_id", "user_id", "held_on", "status", "recorded_by", "created_at", "updated_at") values ({~courses}, {courses}0, '2026-06-01', 'present', {~courses}7, '2026-06-01 08:{10..59}:00', '2026-06-01 08:00:00'), ({~courses}, {courses}1, '2026-06-01', 'absent', {~courses}7, '2026-06-01 08:{10..59}:00', '2026-06-01 08:00:00'), ({~courses}, {courses}2, '2026-06-01', 'present', {~courses}7, '2026-06-01 08:{10..59}:00', '2026-06-01 08:00:00') on conflict ("course_id", "held_on", "user_id") do update set "status" = "excluded"."status", "updated_at" = "excluded"."updated_at";

-- message_inbox 5000
select * from "messages" where "recipient_id" = {~courses}{8..9} and "messages"."deleted_at" is null order by "created_at" desc limit 15 offset 0;

-- message_unread 12000
select count(*) as aggregate from "messages" where "recipient_id" = {~courses}{8..9} and "read_at" is null and "messages"."deleted_at" is null;

-- message_sent 1200
select * from "messages" where "sender_id" = {~courses}7 and "messages"."deleted_at" is null order by "created_at" desc limit 15 offset 0;

-- messages_of_threads 4000
select * from "messages" where "messages"."thread_id" in ({messages}, {messages}, {messages}, {messages}, {messages}, {messages}, {messages}, {messages}, {messages}, {messages}) and "messages"."deleted_at" is null order by "created_at" asc;

-- messages_of_day 500
select * from "messages" where "school_id" = {~schools} and date("created_at") = '2026-05-{10..31}' and (lower("subject") like '%trip%' or lower("body") like '%excursion%') and "messages"."deleted_at" is null order by "created_at" desc limit 15 offset 0;

-- message_add 2500
insert into "messages" ("school_id", "sender_id", "recipient_id", "subject", "body", "channel", "updated_at", "created_at") values ({~schools}, {~courses}7, {~courses}{8..9}, 'School trip', 'Bring your notebook and a ruler on Thursday.', 'app', '2026-06-01 08:{10..59}:00', '2026-06-01 08:{10..59}:00') returning "id";

-- message_read 6000
update "messages" set "read_at" = '2026-06-01 08:{10..59}:00', "updated_at" = '2026-06-01 08:00:00' where "id" = {messages};

-- comments_eager 7000
select * from "comments" where "comments"."commentable_id" in ({submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}) and "comments"."commentable_type" = 'App\Models\Submission' and "comments"."deleted_at" is null order by "created_at" asc;

-- attachments_eager 7000
select * from "attachments" where "attachments"."attachable_id" in ({submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}, {submissions}) and "attachments"."attachable_type" = 'App\Models\Submission' and "attachments"."deleted_at" is null;

-- attachment_shared 1500
select * from "attachments" where "share_token" = 'f3a9c2d17e55-{attachments}' and "attachments"."deleted_at" is null limit 1;

-- attachment_search 250 gin
select * from "attachments" where lower("name") like '%glaciers-{10..49}%' and "attachments"."deleted_at" is null order by "created_at" desc limit 15;

-- activity_of_user 1200
select * from "activity_log" where "causer_type" = 'App\Models\User' and "causer_id" = {~users} order by "created_at" desc limit 15 offset 0;

-- activity_of_subject 900
select * from "activity_log" where "activity_log"."subject_type" = 'App\Models\Submission' and "activity_log"."subject_id" = {submissions} order by "id" desc;

-- security_log_of_day 200
select * from "activity_log" where "log_name" = 'security' and date("created_at") = '2026-05-{10..31}' order by "id" desc limit 15 offset 0;

-- activity_add 30000
insert into "activity_log" ("log_name", "description", "subject_type", "subject_id", "event", "causer_type", "causer_id", "properties", "updated_at", "created_at") values ('default', 'updated', 'App\Models\Lesson', {lessons}, 'updated', 'App\Models\User', {~users}, '{"ip":"198.51.100.7"}', '2026-06-01 08:{10..59}:00', '2026-06-01 08:{10..59}:00') returning "id";

-- notifications_unread 15000
select * from "notifications" where "notifications"."notifiable_type" = 'App\Models\User' and "notifications"."notifiable_id" = {~users} and "notifications"."notifiable_id" is not null and "read_at" is null order by "created_at" desc limit 20;

-- job_pop 40000
select * from "jobs" where "queue" = 'mail' and (("reserved_at" is null and "available_at" <= 178030{1000..4000}) or ("reserved_at" <= 178030{1000..4000})) order by "id" asc limit 1 for update skip locked;

-- report_grades_by_month 2
select "courses"."school_id", date_trunc('month', "grades"."created_at") as "month", avg("points") as "mean", count(*) as "n" from "grades" inner join "courses" on "courses"."id" = "grades"."course_id" where "grades"."deleted_at" is null group by "courses"."school_id", "month" order by "courses"."school_id" asc, "month" asc;
