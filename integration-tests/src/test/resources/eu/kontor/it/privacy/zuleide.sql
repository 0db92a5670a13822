-- Her name wherever somebody could write it.
insert into coalition.coalition
       (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)
values ('Test coalition', '{"en": "points"}', 'Europe/Lisbon', '972401', '2020-01-01', 'EUR', 0.01, true, '{}')
on conflict do nothing;
insert into coalition.member (member_id, given_name, family_name, search_name, phone, email, language, member_since)
values (880001, 'Zuleide', 'Quaresma', ' quaresma zuleide', '+351 930 880 001', 'zuleide.quaresma@example.com', 'pt-x-hers', '2025-01-01');
insert into coalition.card (card_number, member_id, issued_on, label) values ('9724018800010009', 880001, '2025-01-01', 'Zuleide''s own');
insert into coalition.member (member_id, given_name, family_name, search_name, language, member_since)
values (880002, 'A', 'B', ' b a', 'en', '2025-01-01');
insert into coalition.member_merge (member_id, into_id, merged_at, reason, undone_at, undo_reason)
values (880002, 880001, now(), 'Zuleide signed up twice', now(), 'it was a cousin of Zuleide');
insert into coalition.confirmation_code (member_id, salt, hash) values (880001, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'));
insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name, contact_consent_at)
select 880001, tenant_id, '2025-01-01', ' quaresma zuleide', now() from coalition.tenant where slug = 'privacy-brand';
insert into coalition.audit_entry (tenant_id, at, actor, actor_name, action, subject, details)
values (null, now(), 'a', 'A', 'block-card', 'card 9724018800010009', '{"reason": "Zuleide lost it"}'),
       (null, now(), 'a', 'A', 'export-audit-trail', 'audit trail', '{"text": "Quaresma"}'),
       (null, now(), 'a', 'A', 'close-message', 'message 5', '{"key": "880001", "payload": "{\"g\":\"Quaresma came back\"}"}');
insert into coalition.signal (kind, about_kind, about, facts, first_at, last_at, note)
values ('velocity', 'member', '880001', '[]', now(), now(), 'Zuleide says it was her sister');
-- About one of the house's people, about her card, and about a program: found by a fact, by the card, and by what was written.
insert into coalition.signal (kind, about_kind, about, facts, first_at, last_at, note)
values ('own-card', 'person', 'p', '[{"member": "880001", "points": "5"}]', now(), now(), 'Zuleide is his wife'),
       ('card-probing', 'card', '9724018800010009', '[]', now(), now(), 'Quaresma forgot her card'),
       ('purchase-moved', 'client', 'till 4', '[]', now(), now(), 'Quaresma, Zuleide asked for it');
insert into coalition.audit_entry (tenant_id, at, actor, actor_name, action, subject, details)
select null, now(), 'a', 'A', 'close-signal', 'signal ' || signal_id, jsonb_build_object('from', 'new', 'note', note)
  from coalition.signal where note ~* 'zuleide|quaresma';
insert into coalition.audit_entry (tenant_id, at, actor, actor_name, action, subject, details)
select null, now(), 'a', 'A', 'look-at-signal', 'signal ' || signal_id, '{"note": "the mail is zuleide.quaresma@example.com"}'
  from coalition.signal where kind = 'purchase-moved';
insert into coalition.signal (kind, about_kind, about, facts, first_at, last_at, note)
values ('own-card', 'person', 'q', '[{"member": "880002"}]', now(), now(), 'of somebody else');
insert into coalition.gift (member_id, posting_id, recipient_id, points, posted_at, business_date, tenant_id, outlet_id)
select 880002, 3, 880001, 5, now(), '2026-01-01', tenant_id, 1 from coalition.tenant where slug = 'privacy-brand';
insert into coalition.outbox (tenant_id, topic, reference, payload, message_key, set_aside_at, failure, failure_detail)
select tenant_id, 'purchase-posted', 1, '{"c":"9724018800010009"}', '880001', now(), 'FAILED', 'no such text: Zuleide'
  from coalition.tenant where slug = 'privacy-brand';
insert into coalition.balance (member_id, pocket, earned, consumed, held) values (880001, 24, 100, 0, 40);
insert into coalition.feed_held (tenant_id, feed_id, line_number, kind, outlet, business_date, reference, version, line, raw, standing, state, held_at, decided_at, decided_by)
select tenant_id, 1, n, 'sale', 'main', '2026-01-01', 'r' || n, 'v', '{}', held.card || ';Zuleide Quaresma', '', held.state, now(),
       case when held.state = 'POSTED' then now() end, case when held.state = 'POSTED' then 'd' end
  from coalition.tenant, (values (1, 'HELD', '9724 0188-0001 0009'), (2, 'POSTED', '9724018800010009'), (3, 'POSTED', '9724 0188 0001 0009')) as held (n, state, card) where slug = 'privacy-brand';
insert into coalition.gift (member_id, posting_id, recipient_id, points, posted_at, business_date, tenant_id, outlet_id)
select 880002, 21, 880001, 5, now(), '2026-01-01', tenant_id, 1 from coalition.tenant where slug = 'privacy-brand';
-- Written in groups, cut off before the card, and called off without one.
insert into coalition.feed_held (tenant_id, feed_id, line_number, kind, outlet, business_date, reference, version, line, raw, standing, state, held_at, decided_at, decided_by)
select tenant_id, 1, 4, kind, 'main', '2026-01-01', kind, 'v', line::jsonb, raw, standing, 'POSTED', now(), now(), 'd'
  from coalition.tenant,
       (values ('sale', '{}', '9724 0188-0001 0009;Zuleide Quaresma', ''),
               ('redemption', '{"card": "9724018800010009"}', 'Zuleide Quaresma', ''),
               ('called-off', '{}', 'Zuleide Quaresma', 'iv0h-5')) as held (kind, line, raw, standing)
 where slug = 'privacy-brand';
set search_path = t_privacy_brand;
insert into guest_note (member_id, text, author, written_at) values (880001, 'Zuleide likes <b>oat milk</b>', 'A', now());
insert into purchase (member_id, number, outlet_id, card_number, business_date, amount, currency, lines, points, program_version, parts, reference)
values (880001, 7, 1, '9724018800010009', '2026-01-01', 10, 'EUR', '[]', 10, 1, '[]', 'bill-1');
insert into purchase_reversal (member_id, number, reversal_number, reason) values (880001, 7, 8, 'Zuleide did not like it');
insert into redemption_return (member_id, number, return_number, business_date, outlet_id, reference, points, debt_after, available_after, posted_at, reason)
values (880001, 9, 10, '2026-01-01', 1, 'r', 5, 0, 0, now(), 'Quaresma brought it back');
insert into correction (request_key, member_id, card_number, points, gives, reason, note, by_operator, state, business_date, proposer, proposer_name,
                        proposed_at, decision)
values ('k', 880001, '9724018800010009', 5, true, 'goodwill', 'for Zuleide''s birthday', false, 'declined', '2026-01-01', 'p', 'P', now(),
        'Zuleide had one already');
insert into correction (request_key, member_id, card_number, points, gives, reason, note, by_operator, state, business_date, proposer, proposer_name,
                        proposed_at)
values ('k2', 880001, '9724018800010009', 5, true, 'goodwill', 'Zuleide waited for long', false, 'proposed', '2026-01-01', 'p', 'P', now());
