-- One pass over the transfers of a window that lie in a range of transactions: counts of rows that cannot be right, and sums of hashes that
-- must equal sums over other tables (docs/0010-coherence.md). Everything below "from" is a name for a parameter or an expression and
-- costs no step of its own.
select count(*) as transfers,
       max(line_before) as last_place,
       count(*) filter (where points <= 0
                           or points > 1073741823
                           or accounts[kind::integer] is distinct from 100 * debit_account + credit_account) as misfits,
       count(*) filter (where window_start <> window_begins
                           or business_date >= window_ends
                           or posted_xid > closed_xid
                           or business_date < window_begins
                              and kind not in ('V', 'U', 'B', 'K', 'Q')
                              and (date_trunc('month', business_date::timestamp)::date = any (closed_windows)) is not true) as misplaced,
       sum(hashint8extended(line_before, member # line)) filter (where kind <> 'U') as line_starts,
       sum(hashint8extended(line_before + points, member # line)) filter (where kind <> 'U') as line_ends,
       sum(hashint8extended(points, member # posting_id)) filter (where kind = 'E') as earned,
       sum(points * hashint8extended(act, member # posting_id)::numeric) filter (where kind in ('R', 'V', 'G', 'B', 'W', 'O', 'K', 'Q')) as moved,
       sum(points * hashint8extended(tenant_id, member # posting_id)::numeric) filter (where kind = 'R') as redeemed,
       sum(points * hashint8extended(tenant_id, member # posting_id)::numeric) filter (where kind in ('V', 'K', 'Q')) as taken_back,
       sum(points * hashint8extended(outlet_id, member # tenant_id)::numeric) filter (where kind = 'P') as repaid,
       count(*) filter (where kind = 'G' or kind = 'I') as gifts,
       count(*) filter (where kind = 'U' or kind = 'B') as returns,
       count(*) filter (where kind = 'M' or kind = 'N') as passings,
       count(*) filter (where kind = 'X') as expiries,
       sum(points * (position & 2147483647)) filter (where closed_xid is not null) as position_points,
       sum(points * (position >> 32 & 2147483647)) filter (where closed_xid is not null) as more_position_points,
       sum(position) filter (where closed_xid is not null) as position_transfers,
       count(*) filter (where kind not in ('E', 'R', 'V', 'G', 'X', 'U', 'B', 'W', 'O', 'K', 'Q')) as asked_elsewhere
  from (select *,
               hashint8extended(0, member_id # key) as member,
               (case when credit_account = 1 then pocket else -pocket end)::bigint as line,
               (case kind when 'R' then 67 when 'V' then 82 when 'K' then 82 when 'Q' then 82 when 'B' then 84 when 'W' then 87 when 'O' then 87 else 71 end)::bigint as act,
               hashint4extended(case when business_date >= window_start then window_start
                                     else date_trunc('month', business_date::timestamp)::date end - date '2000-01-01',
                                hashcharextended(kind, hashint4extended(outlet_id, hashint4extended(tenant_id, key)))) as position
          from coalition.transfer,
               (select ?::bigint as key, ?::date as read_from, ?::date as read_until, ?::bigint as from_xid, ?::xid8 as until_xid,
                       ?::date as window_begins, ?::date as window_ends, ?::xid8 as closed_xid,
                       ?::date[] as closed_windows, ?::integer[] as accounts) as given
         where window_start >= read_from
           and window_start < read_until
           and (from_xid is null or posted_xid::text::bigint >= from_xid)
           and posted_xid < until_xid) as transfer;
