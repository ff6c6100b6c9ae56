package kr.madang.accounts.signin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of signing in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionSettings.class})
class SignInConfiguration {}
