package kr.madang.notices.recipients.intake;

import java.time.Instant;
import java.util.List;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Wish;

/** A row that can be taken over (가져올 사람). */
record Entry(
        int line, List<Address> addresses, Registry.About about, Wish wish, Consent.Source source, Instant givenAt) {}
