package cartera.sample;

/**
 * A good. The purchase price is net of VAT, in kopecks, as of the first day; the sale price is gross.
 *
 * @param pack the number of units in a transport pack: orders are whole packs where they are large
 * @param popularity weight within its top group
 */
record Product(
        String id,
        String sku,
        String name,
        Category category,
        Unit unit,
        int vatPercent,
        int pack,
        long purchasePrice,
        double markup,
        double popularity) {

    /** Classifier of units (OKEI). */
    enum Unit {
        PIECE("шт", "796", "Штука", "PCE"),
        PACK("уп", "778", "Упаковка", "NMP"),
        ROLL("рул", "736", "Рулон", "NPL"),
        CAN("кан", "746", "Канистра", "CA"),
        SACK("меш", "781", "Мешок", "SA");

        final String shortName;
        final String code;
        final String fullName;
        final String international;

        Unit(String shortName, String code, String fullName, String international) {
            this.shortName = shortName;
            this.code = code;
            this.fullName = fullName;
            this.international = international;
        }

        static Unit named(String shortName) {
            for (Unit unit : values()) {
                if (unit.shortName.equals(shortName)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("Invalid unit: " + shortName);
        }
    }
}
