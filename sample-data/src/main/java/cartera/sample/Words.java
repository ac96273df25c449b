package cartera.sample;

import java.util.List;
import java.util.Locale;

/** Words for names of invented people and firms. */
final class Words {

    static final List<String> FIRM = words(
            "Вектор Ромашка Меридиан Парус Гранат Рассвет Причал Берёзка Карусель Маяк Орбита Самоцвет Родник"
                    + " Каравелла Горизонт Аквилон Бриз Виктория Гармония Дельта Заря Изумруд Калина Лагуна Магнолия Ника Оазис Пальмира"
                    + " Радуга Сапфир Тополь Утёс Фаворит Хуторок Цитрус Чайка Шторм Эталон Юность Янтарь Атлант Бастион Волна Гефест Дубрава");
    static final List<String> TRADE =
            words("Торг Снаб Сервис Клининг Кафе Трейд Опт Маркет Отель Фуд Пак Строй Мед Логистик Групп");
    static final List<String> MALE = words(
            "Алексей Борис Виктор Григорий Денис Евгений Иван Кирилл Леонид Максим Николай Олег Роман Тимур Юрий");
    static final List<String> FEMALE = words(
            "Алина Вера Галина Дарья Екатерина Жанна Инна Ксения Лариса Мария Надежда Оксана Светлана Татьяна Юлия");
    static final List<String> SURNAME = words(
            "Абрамов Беляев Власов Громов Данилов Ершов Жуков Зайцев Ильин Карпов Логинов Макаров Назаров Орлов"
                    + " Панов Рябов Савин Тарасов Уваров Фомин Хохлов Чернов Шилов Щукин Юдин Яшин Быков Воронов Гусев Дроздов Крылов Ершов");
    static final List<String> PATRONYMIC =
            words("Александр Борис Виктор Геннад Иван Михайл Никола Олег Павл Роман Семён Фёдор");
    static final List<String> CITY = List.of(
            "Тверь", "Калуга", "Рязань", "Тула", "Ярославль", "Владимир", "Москва", "Кострома", "Иваново", "Смоленск");
    static final List<String> CHANNEL =
            List.of("Сайт", "Звонок", "Рекомендация", "Выставка", "Холодный обзвон", "Авито");
    static final List<String> LOSS = List.of(
            "Дорого", "Нет ответа", "Выбрали конкурента", "Нет в наличии", "Отложили закупку", "Не наш профиль");
    static final List<String> POST = List.of("Директор", "Закупщик", "Завхоз", "Бухгалтер", "Управляющий", "Менеджер");

    private static final List<String> LATIN = List.of(
            "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
            "h", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya");

    private Words() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** Latin letters for addresses of mail: lower case, other signs dropped. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter >= 'а' && letter <= 'я') {
                latin.append(LATIN.get(letter - 'а'));
            } else if (letter == 'ё') {
                latin.append('e');
            } else if (letter < 128 && Character.isLetterOrDigit(letter)) {
                latin.append(letter);
            }
        }
        return latin.toString();
    }
}
