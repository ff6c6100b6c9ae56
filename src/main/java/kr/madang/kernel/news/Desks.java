package kr.madang.kernel.news;

import java.util.List;

/** The plug through which a room says what desks of it have news (새글이 있는 업무). */
public interface Desks {
    List<Desk> desks();
}
