select erase_words(:member)
