package kr.madang.press.outlets;

import java.util.List;
import java.util.UUID;
import kr.madang.press.Tier;

/**
 * A newspaper, agency, station or online medium (매체).
 *
 * @param hosts names of the web servers its articles stand on, in small letters, e.g. {@code news.example.kr}; one host is one outlet's
 * @param retired whether nothing more is expected of it; what it wrote stays
 */
public record Outlet(UUID id, String name, Tier tier, List<String> hosts, boolean retired) {}
