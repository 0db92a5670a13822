package eu.kontor.portal.imports;

import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.component.upload.UploadI18N.AddFiles;
import com.vaadin.flow.component.upload.UploadI18N.DropFiles;
import com.vaadin.flow.component.upload.UploadI18N.Uploading;
import eu.kontor.portal.i18n.Texts;
import java.util.Locale;

/** The upload field's own words in the person's language. */
final class UploadWords {

    private UploadWords() {}

    /** @param largest the largest file, such as {@code 512 MB} */
    static UploadI18N in(Locale language, String largest) {
        String tooLarge = Texts.of("imports.tooLarge", language, largest);
        String choose = Texts.of("imports.choose", language);
        String drop = Texts.of("imports.drop", language);
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new AddFiles());
        words.getAddFiles().setOne(choose).setMany(choose);
        words.setDropFiles(new DropFiles());
        words.getDropFiles().setOne(drop).setMany(drop);
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(tooLarge)
                .setTooManyFiles(Texts.of("imports.upload.failed", language))
                .setIncorrectFileType(Texts.of("imports.wrongType", language)));
        words.setFile(new UploadI18N.File()
                .setRetry(Texts.of("imports.upload.retry", language))
                .setStart(Texts.of("imports.upload.start", language))
                .setRemove(Texts.of("imports.upload.remove", language)));
        words.setUploading(uploading(language, tooLarge));
        return words;
    }

    private static Uploading uploading(Locale language, String tooLarge) {
        String failed = Texts.of("imports.upload.failed", language);
        return new Uploading()
                .setStatus(new Uploading.Status()
                        .setConnecting(Texts.of("imports.upload.connecting", language))
                        .setStalled(Texts.of("imports.upload.stalled", language))
                        .setProcessing(Texts.of("imports.upload.processing", language))
                        .setHeld(Texts.of("imports.upload.queued", language)))
                .setRemainingTime(new Uploading.RemainingTime()
                        .setPrefix(Texts.of("imports.upload.remaining", language))
                        .setUnknown(Texts.of("imports.upload.unknown", language)))
                .setError(new Uploading.Error()
                        .setServerUnavailable(Texts.of("imports.upload.unavailable", language))
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)
                        .setFileTooLarge(tooLarge));
    }
}
