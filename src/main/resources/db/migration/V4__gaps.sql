-- H2 and PostgreSQL read this alike.
-- By which way a question came; null where that was not noted yet. How many sentences of its answer nothing bears out.
alter table turn add column channel varchar(20);
alter table turn add column doubts integer default 0 not null;

update turn set doubts = 1 where sentences like '%"support":"unsupported"%';

create index turn_by_age on turn (asked_at);

-- Questions that the documents left open, and that somebody has dealt with.
create table gap_done (
    turn_id varchar(32) primary key references turn (id) on delete cascade,
    done_at timestamp with time zone not null
);
