insert into attention_address (email) values (:email) on conflict do nothing
