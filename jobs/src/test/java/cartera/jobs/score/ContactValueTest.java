package cartera.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactValueTest {

    @ParameterizedTest
    @CsvSource({
        "phone, 8 (495) 123-45-67,   RUB, +74951234567",
        "phone, +7 495 1234567,      RUB, +74951234567",
        "phone, 4951234567,          RUB, +74951234567",
        "phone, +34 612 34 56 78,    RUB, +34612345678",
        "phone, 612 34 56 78,        EUR, +34612345678",
        "phone, 8 (727) 250-12-34,   KZT, +77272501234",
        "email, ' Ivan@Example.COM', RUB, ivan@example.com",
    })
    void anAddressHasOneSpelling(String kind, String written, String currency, String normal) {
        assertThat(ContactValue.of(kind, written, currency)).contains(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12-34",
        "phone, нет",
        "phone, 000000000000",
        "email, нет",
        "email, a@b",
        "email, a@b.ru c@d.ru",
        "skype, ivan"
    })
    void whatIsNoAddressIsDropped(String kind, String written) {
        assertThat(ContactValue.of(kind, written, "RUB")).isEmpty();
    }
}
