package cartera.model.purchase;

/** When a customer may leave for good. */
public enum Dropout {
    /** After each repeat purchase (BG/NBD): who bought once is alive for certain, which nobody should show as a risk. */
    AFTER_REPEAT_PURCHASE("bg", 0),
    /** After each purchase, the first too (MBG/NBD). */
    AFTER_ANY_PURCHASE("mbg", 1);

    private final String prefix;
    private final int atFirstPurchase;

    Dropout(String prefix, int atFirstPurchase) {
        this.prefix = prefix;
        this.atFirstPurchase = atFirstPurchase;
    }

    /** Occasions to leave that came with so many repeat purchases. */
    int chances(int repeatPurchases) {
        return repeatPurchases + atFirstPurchase;
    }

    String modelName(int k) {
        return prefix + (k == 1 ? "_nbd" : "_cnbd_k");
    }
}
