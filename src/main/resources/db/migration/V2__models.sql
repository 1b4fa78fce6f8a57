-- What a language model's answer was written with, and what it cost.
alter table turn add column prompt varchar(20);
alter table turn add column tokens_in integer;
alter table turn add column tokens_out integer;
