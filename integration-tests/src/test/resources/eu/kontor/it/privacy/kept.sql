-- Of each kind one that is too old, and one that is not.
insert into coalition.coalition
       (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)
values ('Test coalition', '{"en": "points"}', 'Europe/Lisbon', '972401', '2020-01-01', 'EUR', 0.01, true,
        '{"retention": {"names-in-audit-trail": "P6M"}}');
insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since)
values (880101, 'Long', 'Gone', ' gone long', 'es', '2010-01-01'),
       (880102, 'Has', 'Points', ' points has', 'es', '2010-01-01'),
       (880103, 'Came', 'Lately', ' lately came', 'es', '2010-01-01'),
       (880104, 'Is', 'New', ' new is', 'es', current_date - 30),
       (880105, 'Came', 'From a file', ' from a file came', 'es', '2010-01-01'),
       (880106, 'Signed', 'Up lately', ' up lately signed', 'es', '2010-01-01'),
       (880107, 'Took', 'A card', ' a card took', 'es', '2010-01-01'),
       (880108, 'Moved', 'Points', ' points moved', 'es', '2010-01-01'),
       (880109, 'Reserved', 'Points', ' points reserved', 'es', '2010-01-01'),
       (880110, 'Is', 'One with', ' one with is', 'es', '2010-01-01'),
       (880111, 'Whom', 'We know', ' we know whom', 'es', '2010-01-01'),
       (880112, 'Not', 'Seen', ' seen not', 'es', '2010-01-01'),
       (880113, 'Cannot', 'Be erased', ' be erased cannot', 'es', '2010-01-01'),
       (880114, 'Only', 'Expired', ' expired only', 'es', '2010-01-01');
update coalition.member set merged_into = 880110 where member_id = 880111;
insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name)
select member_id, tenant_id, day, ''
  from coalition.tenant, (values (880106, current_date - 30)) as lately (member_id, day) where slug = 'privacy-brand';
insert into coalition.card (card_number, member_id, issued_on)
values ('9724018801070002', 880107, current_date - 30), ('9724018801110006', 880111, current_date - 30);
select coalition.open_windows(current_date, current_date);
insert into coalition.transfer (member_id, transfer_id, posting_id, points, line_before, posted_at, window_start, business_date, tenant_id, outlet_id,
                                program_version, debit_account, credit_account, pocket, kind, actor_id)
select member_id, number, number, 5, 0, now(), date_trunc('month', current_date), current_date - 30, tenant_id, 1, 1, 1, credit, 24, kind::"char", actor
  from coalition.tenant, (values (880108, 1, 3, 'R', 9002), (880114, 2, 4, 'X', 0)) as posted (member_id, number, credit, kind, actor)
 where slug = 'privacy-brand';
insert into coalition.hold (member_id, hold_id, points, posted_at, expires, tenant_id, outlet_id, pocket)
values (880109, 3, 5, now(), now(), 1, 1, 24);
create function public.stuck() returns trigger language plpgsql as $$ begin raise exception 'this one is stuck'; end $$;
create trigger stuck before update on coalition.member for each row when (old.member_id = 880113) execute function public.stuck();
insert into coalition.balance (member_id, pocket, earned, consumed, held, last_activity)
values (880101, 24, 100, 100, 0, '2012-01-01'), (880102, 24, 100, 40, 0, '2012-01-01'), (880103, 24, 100, 100, 0, current_date - 30);
insert into coalition.balance (member_id, pocket, earned, consumed, held, last_activity)
select member_id, 24, 100, 100, 0, '2012-01-01' from generate_series(880106, 880114) as long_gone (member_id);
insert into coalition.audit_entry (tenant_id, at, actor, actor_name, action, subject, details)
values (null, now() - interval '11 years', 'a', 'A', 'block-card', 'card 1', '{"is": "eleven years old"}'),
       (null, now() - interval '13 months', 'a', 'A', 'block-card', 'card 1', '{"is": "last year''s"}'),
       (null, now() - interval '2 years', 'a', 'A', 'block-card', 'card 1', '{"is": "two years old, with a name"}'),
       (null, now() - interval '2 years', 'a', 'A', 'refuse-access', 'path', '{"is": "the refusal of two years ago"}'),
       (null, now() - interval '1 month', 'a', 'A', 'refuse-access', 'path', '{"is": "the refusal of last month"}'),
       (null, now(), 'a', 'A', 'block-card', 'card 1', '{"is": "young"}');
insert into coalition.code_attempt (member_id, caller, wrong_in_a_row, locks, last_wrong_at)
values (880103, 1, 1, 1, now() - interval '40 days'), (880103, 2, 1, 2, now() - interval '4 days');
insert into coalition.signal (kind, about_kind, about, occurrence, facts, first_at, last_at, state)
values ('velocity', 'member', '880103', 'old and closed', '[]', now() - interval '3 years', now() - interval '3 years', 'unfounded'),
       ('velocity', 'member', '880103', 'old and open', '[]', now() - interval '3 years', now() - interval '3 years', 'new'),
       ('velocity', 'member', '880103', 'young', '[]', now(), now(), 'founded');
insert into coalition.feed_held (tenant_id, feed_id, line_number, kind, outlet, business_date, reference, version, line, raw, standing, state, held_at, decided_at, decided_by)
select tenant_id, 1, 1, 'sale', 'main', '2026-01-01', reference, 'v', '{}', 'as it came', '', held.state, now() - age,
       case when held.state = 'POSTED' then now() - age end, case when held.state = 'POSTED' then 'd' end
  from coalition.tenant,
       (values ('old', 'POSTED', interval '2 years'), ('old and waiting', 'HELD', interval '2 years'), ('young', 'POSTED', interval '1 day'))
           as held (reference, state, age)
 where slug = 'privacy-brand';
insert into t_privacy_brand.guest_note (member_id, text, author, written_at)
values (880103, 'ancient', 'A', now() - interval '4 years'), (880103, 'young', 'A', now());
insert into coalition.actor (actor_id, tenant_id, fingerprint, subject, client, role, till, file, name, seen_on)
select number, tenant_id, substring(sha256(convert_to(subject, 'UTF8')) for 16), subject, 'portal', 'front-desk', '', '', 'A', seen_on
  from coalition.tenant,
       (values (9001, 'kept-gone', current_date - interval '4 years'),
               (9002, 'kept-busy', current_date - interval '4 years'),
               (9003, 'kept-young', current_date - interval '1 day')) as actor (number, subject, seen_on)
 where slug = 'privacy-brand';
