delete from coalition.tenant where slug = ?;
