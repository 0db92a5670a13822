select nextval('coalition.posting_number');
