select coalition.record_consent(:member, :purpose, :agrees, :now, :version, :language, :shown, :channel, :subject, :name)
