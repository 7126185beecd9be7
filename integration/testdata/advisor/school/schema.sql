CREATE EXTENSION pg_trgm;

CREATE TABLE schools (
    id bigserial PRIMARY KEY,
    name varchar(255) NOT NULL,
    slug varchar(255) NOT NULL UNIQUE,
    plan varchar(255) NOT NULL DEFAULT 'basic',
    time_zone varchar(255) NOT NULL DEFAULT 'UTC',
    settings json,
    seats_used integer NOT NULL DEFAULT 0,
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 70);

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    school_id bigint NOT NULL REFERENCES schools (id),
    name varchar(255) NOT NULL,
    email varchar(255) NOT NULL UNIQUE,
    password varchar(255) NOT NULL,
    role varchar(255) NOT NULL,
    student_no varchar(255),
    form varchar(255),
    locale varchar(255) NOT NULL DEFAULT 'en',
    remember_token varchar(100),
    last_login_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 85);

CREATE TABLE guardian_student (
    guardian_id bigint NOT NULL REFERENCES users (id),
    student_id bigint NOT NULL REFERENCES users (id),
    relation varchar(255) NOT NULL,
    created_at timestamp(0),
    updated_at timestamp(0),
    PRIMARY KEY (guardian_id, student_id)
);

CREATE TABLE courses (
    id bigserial PRIMARY KEY,
    school_id bigint NOT NULL REFERENCES schools (id),
    teacher_id bigint NOT NULL REFERENCES users (id),
    title varchar(255) NOT NULL,
    code varchar(255) NOT NULL,
    subject varchar(255) NOT NULL,
    description text,
    year smallint NOT NULL,
    status varchar(255) NOT NULL DEFAULT 'draft',
    views integer NOT NULL DEFAULT 0,
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 80);

CREATE TABLE course_user (
    course_id bigint NOT NULL REFERENCES courses (id),
    user_id bigint NOT NULL REFERENCES users (id),
    role varchar(255) NOT NULL DEFAULT 'student',
    progress smallint NOT NULL DEFAULT 0,
    last_seen_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    PRIMARY KEY (course_id, user_id)
) WITH (fillfactor = 80);

CREATE TABLE lessons (
    id bigserial PRIMARY KEY,
    course_id bigint NOT NULL REFERENCES courses (id),
    title varchar(255) NOT NULL,
    body text,
    position integer NOT NULL,
    minutes smallint,
    published_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
);

CREATE TABLE assignments (
    id bigserial PRIMARY KEY,
    course_id bigint NOT NULL REFERENCES courses (id),
    lesson_id bigint,
    title varchar(255) NOT NULL,
    instructions text,
    max_points smallint NOT NULL,
    published boolean NOT NULL DEFAULT false,
    due_at timestamp(0),
    reminded_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
);

CREATE TABLE submissions (
    id bigserial PRIMARY KEY,
    assignment_id bigint NOT NULL,
    user_id bigint NOT NULL,
    attempt smallint NOT NULL DEFAULT 1,
    status varchar(255) NOT NULL DEFAULT 'draft',
    body text,
    plagiarism_state varchar(255) NOT NULL DEFAULT 'queued',
    similarity smallint,
    submitted_at timestamp(0),
    graded_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 90);

CREATE TABLE grades (
    id bigserial PRIMARY KEY,
    submission_id bigint NOT NULL,
    course_id bigint NOT NULL,
    user_id bigint NOT NULL,
    grader_id bigint NOT NULL,
    points numeric(5, 2) NOT NULL,
    remark varchar(255),
    released_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
);

CREATE TABLE quizzes (
    id bigserial PRIMARY KEY,
    course_id bigint NOT NULL REFERENCES courses (id),
    lesson_id bigint NOT NULL REFERENCES lessons (id),
    title varchar(255) NOT NULL,
    questions json NOT NULL,
    time_limit smallint,
    max_attempts smallint NOT NULL DEFAULT 2,
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
);

CREATE TABLE quiz_attempts (
    id bigserial PRIMARY KEY,
    quiz_id bigint NOT NULL,
    user_id bigint NOT NULL,
    state varchar(255) NOT NULL DEFAULT 'running',
    answers json NOT NULL,
    score smallint,
    started_at timestamp(0) NOT NULL,
    expires_at timestamp(0) NOT NULL,
    finished_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0)
) WITH (fillfactor = 85);

CREATE TABLE attendances (
    id bigserial PRIMARY KEY,
    course_id bigint NOT NULL,
    user_id bigint NOT NULL,
    held_on date NOT NULL,
    status varchar(255) NOT NULL,
    minutes_late smallint,
    recorded_by bigint NOT NULL,
    notified_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    UNIQUE (course_id, held_on, user_id)
) WITH (fillfactor = 90);

CREATE TABLE messages (
    id bigserial PRIMARY KEY,
    school_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    thread_id bigint,
    subject varchar(255) NOT NULL,
    body text NOT NULL,
    channel varchar(255) NOT NULL DEFAULT 'app',
    read_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 90);

CREATE TABLE comments (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL,
    commentable_type varchar(255) NOT NULL,
    commentable_id bigint NOT NULL,
    body text NOT NULL,
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
);

CREATE TABLE attachments (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL,
    attachable_type varchar(255) NOT NULL,
    attachable_id bigint NOT NULL,
    name varchar(255) NOT NULL,
    disk varchar(255) NOT NULL,
    path varchar(255) NOT NULL,
    mime varchar(255) NOT NULL,
    size bigint NOT NULL,
    share_token varchar(255) NOT NULL,
    downloads integer NOT NULL DEFAULT 0,
    created_at timestamp(0),
    updated_at timestamp(0),
    deleted_at timestamp(0)
) WITH (fillfactor = 90);

CREATE TABLE activity_log (
    id bigserial PRIMARY KEY,
    log_name varchar(255),
    description text NOT NULL,
    subject_type varchar(255),
    subject_id bigint,
    event varchar(255),
    causer_type varchar(255),
    causer_id bigint,
    properties json,
    created_at timestamp(0),
    updated_at timestamp(0)
);
CREATE INDEX activity_log_subject_index ON activity_log (subject_type, subject_id);

CREATE TABLE notifications (
    id uuid PRIMARY KEY,
    type varchar(255) NOT NULL,
    notifiable_type varchar(255) NOT NULL,
    notifiable_id bigint NOT NULL,
    data text NOT NULL,
    read_at timestamp(0),
    created_at timestamp(0),
    updated_at timestamp(0)
);
CREATE INDEX notifications_notifiable_type_notifiable_id_index ON notifications (notifiable_type, notifiable_id);

CREATE TABLE jobs (
    id bigserial PRIMARY KEY,
    queue varchar(255) NOT NULL,
    payload text NOT NULL,
    attempts smallint NOT NULL,
    reserved_at integer,
    available_at integer NOT NULL,
    created_at integer NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX jobs_queue_index ON jobs (queue);
