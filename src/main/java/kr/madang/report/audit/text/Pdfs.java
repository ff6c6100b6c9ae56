package kr.madang.report.audit.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF (인쇄용 문서): the words of every page, sorted by where they stand. */
final class Pdfs {
    private static final int PAGES = 3_000;

    private Pdfs() {}

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        unpackable(bytes, limits);
        Draft draft = new Draft(limits);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > PAGES) {
                throw new UnreadableDocument(Code.TOO_LARGE, "쪽수가 너무 많아서 읽지 않았습니다. %,d쪽을 넘습니다.".formatted(PAGES));
            }
            PdfLines stripper = new PdfLines(draft);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.page(document, page);
            }
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Code.ENCRYPTED);
        } catch (PdfLines.Stopped e) {
            throw new UnreadableDocument(e.code());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        return draft.finished(Extracted.Format.PDF);
    }

    /** Unpacks every packed stream once, counting only: the library itself would unpack a bomb into memory. */
    private static void unpackable(byte[] bytes, Limits limits) throws UnreadableDocument {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int at = indexOf(bytes, 0); at >= 0; at = indexOf(bytes, at)) {
            int data = at + 6;
            while (data < bytes.length && (bytes[data] == '\r' || bytes[data] == '\n')) {
                data++;
            }
            at = data;
            if (data + 2 >= bytes.length
                    || (bytes[data] & 0x0F) != 8
                    || ((bytes[data] & 0xFF) << 8 | bytes[data + 1] & 0xFF) % 31 != 0) {
                continue;
            }
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes, data, bytes.length - data);
                for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                    total += n;
                    if (total > limits.unpacked() * 2 || inflater.getTotalOut() > limits.unpacked()) {
                        throw new UnreadableDocument(Code.BOMB);
                    }
                    if (Thread.currentThread().isInterrupted()) {
                        throw new UnreadableDocument(Code.TOO_SLOW);
                    }
                }
                at = data + (int) Math.max(0, inflater.getBytesRead() - 4);
            } catch (DataFormatException notPacked) {
                // some other kind of stream; the library decides
            } finally {
                inflater.end();
            }
        }
    }

    private static int indexOf(byte[] bytes, int from) {
        byte[] word = {'s', 't', 'r', 'e', 'a', 'm'};
        for (int i = from; i + word.length < bytes.length; i++) {
            if (bytes[i] == 's' && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }
}
