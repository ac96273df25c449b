package cartera.jobs.connector;

/** Where the parts of one record stand, for messages. */
interface Place {

    /** Line or cell; a negative column means the record. */
    String position(int column);

    /** What stands above a column of a table. */
    String header(int column);

    /** A record of a tree: it has no columns. */
    static Place of(String position) {
        return new Place() {
            @Override
            public String position(int column) {
                return position;
            }

            @Override
            public String header(int column) {
                return "";
            }
        };
    }
}
