update coalition.tenant set state = ? where slug = ?;
