package kr.madang.report.audit.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** Opens any office document (문서 열기) within its limits; every refusal is one Korean sentence. */
public final class Documents {
    private Documents() {}

    public static Extracted read(Path file, Limits limits) throws UnreadableDocument {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableDocument(Code.DIRECTORY);
            }
            if (!Files.exists(file)) {
                throw new UnreadableDocument(Code.MISSING);
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableDocument(Code.UNKNOWN);
            }
            if (Files.size(file) > limits.bytes()) {
                throw new UnreadableDocument(Code.TOO_LARGE);
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableDocument(Code.MISSING);
        } catch (AccessDeniedException e) {
            throw new UnreadableDocument(Code.FORBIDDEN);
        } catch (IOException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        return read(bytes, limits);
    }

    public static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        if (bytes.length == 0) {
            throw new UnreadableDocument(Code.EMPTY);
        }
        if (bytes.length > limits.bytes()) {
            throw new UnreadableDocument(Code.TOO_LARGE);
        }
        return within(limits, () -> readNow(bytes, limits));
    }

    private static Extracted readNow(byte[] bytes, Limits limits) throws UnreadableDocument {
        Extracted document =
                switch (Sniffer.format(bytes)) {
                    case TXT -> PlainTexts.read(bytes, limits);
                    case HWPX -> Hwpx.read(bytes, limits);
                    case HWP -> Hwp.read(bytes, limits);
                    case PDF -> Pdfs.read(bytes, limits);
                    case DOCX -> Docx.read(bytes, limits);
                    case XLSX -> Xlsx.read(bytes, limits);
                };
        if (document.lines().stream().allMatch(String::isBlank)) {
            throw new UnreadableDocument(document.format() == Extracted.Format.PDF ? Code.NO_TEXT : Code.EMPTY);
        }
        return document;
    }

    private interface Work {
        Extracted run() throws UnreadableDocument;
    }

    /** Parses on a thread of its own, so that a document that keeps a parser busy cannot keep the office waiting. */
    private static Extracted within(Limits limits, Work work) throws UnreadableDocument {
        FutureTask<Extracted> task = new FutureTask<>(() -> {
            try {
                return work.run();
            } catch (OutOfMemoryError | StackOverflowError e) {
                throw new UnreadableDocument(Code.TOO_LARGE);
            }
        });
        Thread thread = new Thread(null, task, "audit-reader", 16L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new UnreadableDocument(Code.TOO_SLOW);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new UnreadableDocument(Code.TOO_SLOW);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableDocument refused) {
                throw refused;
            }
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }
}
