-- Two files on the server with as many transfers and request keys, and empty tables with the ledger's indexes and constraints.
create schema bench;
create table bench.transfer (like coalition.transfer including all);
create table bench.request (like coalition.request including all);
copy (select * from coalition.transfer where kind = 'E' order by transfer_id limit %1$d) to '%2$s/bench_transfer.copy';
copy (select * from coalition.request where act = 'E' order by posting_id limit %1$d) to '%2$s/bench_request.copy';
