select coalition.summarize_transfers();
