select count(*), sum(points) from coalition.transfer
