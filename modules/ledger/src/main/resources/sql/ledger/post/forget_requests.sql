-- What write.sql did before it met a request that was answered before.
rollback to savepoint requests;
