package cartera.sample;

import cartera.sample.Customer.Contact;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal of the CRM.
 *
 * @param roubles the budget; amoCRM keeps whole roubles
 * @param second who shares the deal, with how many percent
 * @param customer the true customer's key; empty for those who never bought
 * @param saleId the sale of 1C that it became, or empty
 * @param oddities kinds of planted oddities
 */
record Deal(
        long id,
        String title,
        long roubles,
        Pipeline pipeline,
        Stage stage,
        String manager,
        @Nullable Share second,
        LocalDateTime createdAt,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime closedAt,
        Contact contact,
        String channel,
        String lossReason,
        String tags,
        String customer,
        String saleId,
        List<String> oddities) {

    /** The part of a second manager. */
    record Share(String manager, int percent) {}

    /** One export file each. */
    enum Pipeline {
        NEW("Новые клиенты"),
        REPEAT("Повторные продажи"),
        REGION("Смоленск");

        final String title;

        Pipeline(String title) {
            this.title = title;
        }
    }

    enum Stage {
        NEW("Новая заявка"),
        QUALIFIED("Квалификация"),
        OFFER("Коммерческое предложение"),
        CONTRACT("Согласование договора"),
        INVOICE("Ожидаем оплату"),
        WON("Успешно реализовано"),
        LOST("Закрыто и не реализовано");

        final String title;

        Stage(String title) {
            this.title = title;
        }
    }

    Deal withOddity(String kind) {
        return new Deal(
                id,
                title,
                roubles,
                pipeline,
                stage,
                manager,
                second,
                createdAt,
                updatedAt,
                closedAt,
                contact,
                channel,
                lossReason,
                tags,
                customer,
                saleId,
                List.of(kind));
    }

    Deal withId(long newId) {
        return new Deal(
                newId,
                title.isEmpty() ? "Сделка #" + newId : title,
                roubles,
                pipeline,
                stage,
                manager,
                second,
                createdAt,
                updatedAt,
                closedAt,
                contact,
                channel,
                lossReason,
                tags,
                customer,
                saleId,
                oddities);
    }
}
