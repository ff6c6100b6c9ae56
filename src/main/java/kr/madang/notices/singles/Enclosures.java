package kr.madang.notices.singles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.files.Files;
import kr.madang.notices.carriers.Enclosure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what goes with letters (붙임 파일), each once for all letters of a lease. */
final class Enclosures {
    private static final Logger log = LoggerFactory.getLogger(Enclosures.class);

    private final Files files;
    private final Map<UUID, Optional<Enclosure>> read = new HashMap<>();

    Enclosures(Files files) {
        this.files = files;
    }

    /** @return empty when one of them cannot be read: a letter without it would not be the letter that was written */
    Optional<List<Enclosure>> of(List<UUID> ids) {
        var found = new ArrayList<Enclosure>();
        for (var id : ids) {
            var enclosure = read.computeIfAbsent(id, this::read);
            if (enclosure.isEmpty()) return Optional.empty();
            found.add(enclosure.get());
        }
        return Optional.of(found);
    }

    private Optional<Enclosure> read(UUID id) {
        try {
            var file = files.get(id);
            try (var in = files.open(file)) {
                return Optional.of(new Enclosure(file.name(), file.mediaType(), in.readAllBytes()));
            }
        } catch (Refused | IOException e) {
            log.error("편지에 붙일 파일 {}을(를) 읽을 수 없습니다.", id, e);
            return Optional.empty();
        }
    }
}
