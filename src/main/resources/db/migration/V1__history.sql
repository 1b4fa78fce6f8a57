-- H2 and PostgreSQL read this alike.
create table conversation (
    id varchar(32) primary key,
    person varchar(100) not null,
    title varchar(200) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);

create index conversation_of_person on conversation (person, updated_at);
create index conversation_by_age on conversation (updated_at);

create table turn (
    id varchar(32) primary key,
    conversation_id varchar(32) not null references conversation (id) on delete cascade,
    position integer not null,
    question varchar(2000) not null,
    searched_for varchar(4000) not null,
    status varchar(20) not null,
    answer text not null,
    sentences text not null,
    citations text not null,
    closest text not null,
    model varchar(200) not null,
    notice varchar(1000),
    took_ms bigint not null,
    asked_at timestamp with time zone not null,
    constraint turn_position unique (conversation_id, position)
);

create table feedback (
    turn_id varchar(32) not null references turn (id) on delete cascade,
    person varchar(100) not null,
    helpful boolean not null,
    remark varchar(2000),
    given_at timestamp with time zone not null,
    primary key (turn_id, person)
);
