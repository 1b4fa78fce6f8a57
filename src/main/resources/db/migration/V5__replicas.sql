-- H2 and PostgreSQL read this alike.
-- Who of several processes is at something now.
create table lease (
    name varchar(200) primary key,
    run varchar(32) not null,
    about text not null,
    held_until timestamp with time zone not null
);

create index lease_of_run on lease (run);

-- Originals of uploads, where several processes serve them. In parts, since H2 takes up to a megabyte in one value.
create table upload (
    id varchar(32) primary key,
    name_hash varchar(64) not null unique,
    name text not null,
    media_type text,
    content_hash varchar(64) not null,
    size bigint not null,
    uploaded_at timestamp with time zone not null
);

create table upload_part (
    upload_id varchar(32) not null references upload (id) on delete cascade,
    position integer not null,
    bytes bytea not null,
    primary key (upload_id, position)
);
