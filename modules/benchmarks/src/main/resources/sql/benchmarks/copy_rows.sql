begin;
copy bench.transfer from '%1$s/bench_transfer.copy';
copy bench.request from '%1$s/bench_request.copy';
commit;
