select revision from coalition.coalition;
