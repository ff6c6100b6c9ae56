package kr.madang.accounts.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts (로그인 유지 시간).
 *
 * @param idle without a page, until it ends
 * @param life in all, however busy
 */
@ConfigurationProperties("madang.session")
public record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration life) {}
