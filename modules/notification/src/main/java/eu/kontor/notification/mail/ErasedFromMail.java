package eu.kontor.notification.mail;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail that lies in the folder until a mail server picks it up: what is for an erased member goes. */
@Service
public class ErasedFromMail implements PersonalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFromMail.class);

    private final MailSettings settings;

    @Inject
    public ErasedFromMail(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public int erase(Map<MemberId, Set<CardNumber>> members) {
        Optional<Path> folder = settings.directory().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return 0;
        }
        int failed = 0;
        for (MemberId member : members.keySet()) {
            try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder.get(), member.value() + "_*.eml")) {
                for (Path letter : letters) {
                    failed += removed(letter) ? 0 : 1;
                }
            } catch (IOException | DirectoryIteratorException e) {
                LOG.warn("An erasure could not look into the folder of mail", e);
                return failed + 1;
            }
        }
        return failed;
    }

    private static boolean removed(Path letter) {
        try {
            Files.deleteIfExists(letter);
            return true;
        } catch (IOException e) {
            LOG.warn("An erasure could not remove {}", letter, e);
            return false;
        }
    }
}
