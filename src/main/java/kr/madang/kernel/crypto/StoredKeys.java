package kr.madang.kernel.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.crypto.DataKeyStore.Row;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The data keys of the office, unwrapped once and kept in memory. Several nodes share them: a value under a key this node has not
 * seen makes it look again.
 */
final class StoredKeys implements DataKeys {
    private static final String FIELD = "field";
    private static final String INDEX = "index";

    /** What is unwrapped at one moment; replaced whole. */
    private record Ring(Map<String, DataKey> fields, DataKey current, byte[] index) {}

    private final DataKeyStore store;
    private final MasterKeys masters;
    private final Map<String, CipherProvider> providers;
    private final String suite;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Ring ring;

    /**
     * Makes the first keys, wraps what an earlier master wrapped under the current one, and unwraps everything.
     *
     * @param suite the cipher of keys made from now on
     * @throws MissingKey when a key names a master or a cipher that is not at hand
     */
    StoredKeys(
            DataKeyStore store,
            MasterKeys masters,
            List<CipherProvider> providers,
            String suite,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.masters = masters;
        this.providers = providers.stream().collect(Collectors.toMap(CipherProvider::suite, Function.identity()));
        this.suite = suite;
        this.clock = clock;
        this.ring = transaction.execute(status -> {
            store.lock();
            var rows = store.list();
            if (rows.stream().noneMatch(r -> r.purpose().equals(INDEX))) make(INDEX, 1);
            if (rows.stream().noneMatch(r -> r.purpose().equals(FIELD))) make(FIELD, 1);
            store.list().forEach(this::renew);
            return unwrapAll();
        });
    }

    @Override
    public DataKey current() {
        return ring.current();
    }

    @Override
    public Optional<DataKey> find(String id) {
        if (id.isEmpty()) return Optional.empty();
        var known = ring.fields().get(id);
        if (known != null) return Optional.of(known);
        // ids are short and of one form; anything else is not worth a question to the database
        if (!id.matches("f[0-9]{1,9}")) return Optional.empty();
        reload();
        return Optional.ofNullable(ring.fields().get(id));
    }

    @Override
    public byte[] index() {
        return ring.index();
    }

    /** Makes a new data key within the transaction at hand; nothing is sealed under it before {@link #reload()} after the commit. */
    String make() {
        store.lock();
        var id = make(FIELD, 1 + (int) fieldRows().count());
        unwrapAll();
        return id;
    }

    /** Seals under the newest key from now on; the earlier ones still open. */
    void reload() {
        ring = unwrapAll();
    }

    private java.util.stream.Stream<Row> fieldRows() {
        return store.list().stream().filter(r -> r.purpose().equals(FIELD));
    }

    private String make(String purpose, int number) {
        var secret = new byte[CipherProvider.KEY_BYTES];
        random.nextBytes(secret);
        var id = purpose.charAt(0) + Integer.toString(number);
        var row = new Row(id, purpose, suite, masters.current(), "");
        store.insert(new Row(id, purpose, suite, row.master(), wrap(row, secret)), clock.instant());
        return id;
    }

    private void renew(Row row) {
        if (row.master().equals(masters.current())) return;
        var renewed = new Row(row.id(), row.purpose(), row.suite(), masters.current(), "");
        store.rewrap(row.id(), masters.current(), wrap(renewed, unwrap(row)));
    }

    private Ring unwrapAll() {
        var fields = new LinkedHashMap<String, DataKey>();
        DataKey current = null;
        byte[] index = null;
        for (var row : store.list()) {
            if (row.purpose().equals(INDEX)) {
                index = unwrap(row);
            } else {
                current = new DataKey(row.id(), provider(row), unwrap(row));
                fields.put(row.id(), current);
            }
        }
        if (current == null || index == null) throw new MissingKey("데이터 키가 없습니다.");
        return new Ring(fields, current, index);
    }

    private String wrap(Row row, byte[] secret) {
        try {
            var nonce = new byte[CipherProvider.NONCE_BYTES];
            random.nextBytes(nonce);
            var text = provider(row).encrypt(master(row), nonce, place(row), secret);
            var all = Arrays.copyOf(nonce, nonce.length + text.length);
            System.arraycopy(text, 0, all, nonce.length, text.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping failed in " + row.suite());
        }
    }

    private byte[] unwrap(Row row) {
        try {
            var all = Base64.getDecoder().decode(row.wrapped());
            var nonce = Arrays.copyOf(all, CipherProvider.NONCE_BYTES);
            var text = Arrays.copyOfRange(all, CipherProvider.NONCE_BYTES, all.length);
            return provider(row).decrypt(master(row), nonce, place(row), text);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MissingKey("데이터 키 " + row.id() + "을(를) 마스터 키 '" + row.master()
                    + "'(으)로 열 수 없습니다. 이 이름의 키가 다른 키이거나 저장된 값이 바뀌었습니다.");
        }
    }

    private CipherProvider provider(Row row) {
        var provider = providers.get(row.suite());
        if (provider == null)
            throw new MissingKey("데이터 키 " + row.id() + "에 쓴 암호 모듈 '" + row.suite() + "'이(가) 없습니다. 쓸 수 있는 모듈: "
                    + String.join(", ", providers.keySet()));
        return provider;
    }

    private byte[] master(Row row) {
        return masters.find(row.master())
                .orElseThrow(() -> new MissingKey("이 데이터베이스는 마스터 키 '" + row.master() + "'(으)로 잠겨 있으나 그 키가 없습니다. 가진 키: "
                        + String.join(", ", masters.ids())));
    }

    private static byte[] place(Row row) {
        return new Aad("kernel.data_key", row.purpose(), row.id()).under("w1." + row.suite() + "." + row.master());
    }
}
