package kr.madang.kernel.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Binds what the house uses as values; the driver itself refuses enums and record ids. */
@Configuration(proxyBeanMethods = false)
class SqlConfiguration {
    @Bean
    JdbcClient jdbcClient(JdbcOperations jdbc) {
        return JdbcClient.create(new ConvertingTemplate(jdbc));
    }
    /** Lets enums, instants and one-component record ids be bound as they are. */
    static class ConvertingTemplate extends NamedParameterJdbcTemplate {
        ConvertingTemplate(JdbcOperations jdbc) {
            super(jdbc);
        }

        @Override
        protected PreparedStatementCreator getPreparedStatementCreator(
                String sql, SqlParameterSource source, @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
            return super.getPreparedStatementCreator(sql, new Converting(source), customizer);
        }
    }

    record Converting(SqlParameterSource source) implements SqlParameterSource {
        @Override
        public boolean hasValue(String name) {
            return source.hasValue(name);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return convert(source.getValue(name));
        }

        @Override
        public int getSqlType(String name) {
            return TYPE_UNKNOWN;
        }

        static @Nullable Object convert(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Enum<?> e -> e.name();
                case Instant i -> i.atOffset(ZoneOffset.UTC);
                case Collection<?> c -> c.stream().map(Converting::convert).toList();
                case Record r when r.getClass().getRecordComponents().length == 1 -> component(r);
                default -> value;
            };
        }

        static @Nullable Object component(Record r) {
            try {
                var a = r.getClass().getRecordComponents()[0].getAccessor();
                a.setAccessible(true);
                return a.invoke(r);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
