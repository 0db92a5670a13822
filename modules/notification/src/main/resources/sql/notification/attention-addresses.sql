select email from attention_address order by email
