"""Many ways of saying the same: one sentence each, most of them written before the word lists knew them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from fitdesk.domain.inquiry import Inquiry
from fitdesk.intake.readers import read


def asked(
    sentence: str, opening: str = "we would like to invite you to our conference in Leeds on 4 May 2027."
) -> Inquiry:
    text = f"Dear Nora,\n\n{opening} {sentence}\n\nKind regards\nAnn Lee\n"
    return read(text.encode(), "pasted.txt", received=datetime(2027, 1, 4, tzinfo=UTC)).inquiry


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("You're on a shortlist of three.", True),
        ("I've reached out to one more person.", True),
        ("We have two more candidates to talk to.", True),
        ("We've had a quote from someone else.", True),
        ("I haven't asked anyone else.", False),
        ("You are the only one on our list.", False),
        ("I'm writing to three speakers today.", True),
        ("Another name has come up as well.", True),
        ("The committee will choose between you and one other.", True),
        ("We are in contact with several speakers.", True),
        ("You are our first and only choice.", False),
        ("I am asking you before anybody else.", False),
        ("We have not approached any other facilitator.", False),
        ("Yours is one of two proposals on the table.", True),
        ("A couple of other people have been suggested.", True),
        ("We're weighing you up against two others.", True),
        ("I'm getting three quotes, as our rules demand.", True),
        ("There's one other person in the frame.", True),
        ("Full disclosure, we are also speaking with your friend Jo Banks.", True),
        ("We aren't talking to anybody else at this point.", False),
        ("Nobody else is on the list.", False),
        ("We sounded out one other coach last week.", True),
        ("The board wants to see at least two options.", True),
        ("We'd only ever considered you.", False),
        ("I have asked two people, you and somebody from Leeds.", True),
        ("Three other speakers are on the programme.", None),
        ("Our other speakers are all from the region.", None),
        ("There will be four panellists.", None),
        ("Other teams will join later.", None),
        ("You come highly recommended.", None),
        ("We have asked other schools to come.", None),
        ("Two of the other sessions are full.", None),
    ],
)
def test_others(sentence: str, others: bool | None) -> None:
    assert asked(sentence).others_considered is others


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Please could you reply by 12 February?", "2027-02-12"),
        ("We would need your answer no later than 12 February.", "2027-02-12"),
        ("Can you tell us before 12 February?", "2027-02-12"),
        ("Our deadline for confirming speakers is 12 February.", "2027-02-12"),
        ("I'd be grateful for a reply by Friday.", "2027-01-08"),
        ("We finalise the programme on 12 February, so please answer before then.", "2027-02-12"),
        ("If I could have your response by the 20th that would be great.", "2027-01-20"),
        ("I have to give the printer a name by 12 February.", "2027-02-12"),
        ("Could we hear from you by the end of January?", "2027-01-31"),
        ("We hope to have speakers locked in by 12 February.", "2027-02-12"),
        ("Please send your quotation by 5 pm on 12 February.", "2027-02-12"),
        ("Decision needed by 12 February.", "2027-02-12"),
        ("RSVP 12 February.", "2027-02-12"),
        ("A quick yes or no by tomorrow would be wonderful.", "2027-01-05"),
        ("I need to know by next Wednesday.", "2027-01-06"),
        ("Please get back to me within two weeks.", "2027-01-18"),
        ("Would you let us have an idea of your fee by 12 February?", "2027-02-12"),
        ("The committee meets on 12 February and I would like your answer before that.", "2027-02-12"),
        ("Please indicate your interest on or before 12 February.", "2027-02-12"),
        ("We're hoping to settle this by 12 February.", "2027-02-12"),
        ("Reply needed: 12 February", "2027-02-12"),
        ("Can you come back to me by Thursday lunchtime?", "2027-01-07"),
        ("I'd love to tell the board by 12 February whether you can come.", "2027-02-12"),
        ("Registration closes on 12 February.", None),
        ("Early bird tickets are on sale until 12 February.", None),
        ("I am away until 12 February.", None),
        ("The invoice is due by 12 February.", None),
    ],
)
def test_reply_by(sentence: str, day: str | None) -> None:
    reply_by = asked(sentence).reply_by
    assert (reply_by and reply_by.isoformat()) == day


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("There will be 120 of us.", (120, 120)),
        ("We're expecting somewhere between 60 and 80.", (60, 80)),
        ("Numbers are likely to be around 45.", (45, 45)),
        ("Attendance is normally about 200.", (200, 200)),
        ("We cap it at 24 people.", (None, 24)),
        ("It'll be a small group, eight at most.", (None, 8)),
        ("Around two hundred dentists usually turn up.", (200, 200)),
        ("The room takes 90.", (None, 90)),
        ("Some 300 delegates attend.", (300, 300)),
        ("You'd be talking to roughly 70 apprentices.", (70, 70)),
        ("A group of 15 team leaders.", (15, 15)),
        ("Our audience is 400 strong.", (400, 400)),
        ("We draw 500 or more.", (500, None)),
        ("Maximum 20 participants.", (None, 20)),
        ("At least 150 people have already signed up.", (150, None)),
        ("100-120 pax.", (100, 120)),
        ("About 40 line managers and a few directors will be in the session.", (40, 40)),
        ("This is for our leadership team (12 people).", (12, 12)),
        ("We employ 3,000 people.", (None, None)),
        ("The association has 1,200 members.", (None, None)),
        ("Our school has 900 pupils.", (None, None)),
        ("Last year 250 guests came.", (None, None)),
        ("We run 40 clinics.", (None, None)),
        ("The charity supports 5,000 families a year.", (None, None)),
        ("Our 60 volunteers run it.", (None, None)),
    ],
)
def test_audience(sentence: str, bounds: tuple[int | None, int | None]) -> None:
    event = asked(sentence).event
    assert (event.audience_min, event.audience_max) == bounds


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("We'd like you to talk about trust at work.", "trust at work"),
        ("The session should help our managers with delegation and giving feedback.", "delegation giving feedback"),
        ("Our focus this year is staff retention.", "staff retention"),
        ("We want somebody who can address workplace bullying.", "workplace bullying"),
        ("Could you touch on grief and resilience?", "grief resilience"),
        ("Our teams struggle with difficult customers.", "difficult customers"),
        (
            "It would be a 40-minute keynote in the opening session on leading through uncertainty.",
            "leading through uncertainty",
        ),
        ("Remote onboarding and team rituals are what people ask for most.", "Remote onboarding team rituals"),
        ("We were thinking of something around psychological safety.", "psychological safety"),
        ('The working title is "Slow Leadership".', "Slow Leadership"),
        ("I'd like to explore how to say no to clients.", "how to say no to clients"),
        ("They need to get better at running meetings.", "running meetings"),
        ("Subject: conflict between generations.", "conflict between generations"),
        ("The brief: storytelling for engineers.", "storytelling for engineers"),
        ("We'd love a talk that deals with ageing and loneliness.", "ageing loneliness"),
        ("Your work on listening is exactly what we need.", "listening"),
        ("Themes would include pricing, scope and client conversations.", "pricing scope client conversations"),
        ("I am after a workshop where people practise negotiation.", "negotiation"),
        ("Please speak to the theme of belonging.", "belonging"),
        ("What we need most is help with change fatigue.", "change fatigue"),
        ("Two issues dominate: burnout and staff turnover.", "burnout staff turnover"),
        ("Topic wise we had crisis communication in mind.", "crisis communication"),
        ("The discussion will centre on ethics in AI.", "ethics in AI"),
        ("Members would like to learn about succession planning.", "succession planning"),
        ("She wants to work on public speaking and confidence.", "public speaking confidence"),
        ("A masterclass in persuasive writing would suit us.", "persuasive writing"),
        ("It will be held on the second floor.", None),
        ("We heard your talk on courage.", None),
        ("Please call me about the fee.", None),
        ("More about us on our website.", None),
    ],
)
def test_topics(sentence: str, topics: str | None) -> None:
    wanted = set(re.findall(r"\w+", (topics or "").lower()))
    read_words = set(re.findall(r"\w+", " ".join(asked(sentence).event.topics).lower()))
    assert 2 * len(wanted & read_words) >= 0.5 * (len(wanted) + len(read_words))
    assert bool(wanted) is bool(read_words)


@pytest.mark.parametrize(
    ("sentence", "venue", "city"),
    [
        ("It will be at the Grand Atlantic in Brighton.", "Grand Atlantic", "Brighton"),
        ("We meet in the Corn Exchange, Ipswich.", "Corn Exchange", "Ipswich"),
        ("Venue is Stoke Rochford Hall near Grantham.", "Stoke Rochford Hall", "Grantham"),
        ("It's being held in Cardiff at the Pierhead Building.", "Pierhead Building", "Cardiff"),
        ("The conference is at the Kimmel Center, Philadelphia, PA.", "Kimmel Center", "Philadelphia"),
        ("We will be gathering in Boise, Idaho, at the Riverside Hotel.", "Riverside Hotel", "Boise"),
        ("The venue will be the Old Fire Station, Oxford.", "Old Fire Station", "Oxford"),
        ("This year we're at Wollaton Hall, Nottingham.", "Wollaton Hall", "Nottingham"),
        ("Our annual get-together happens in Tromsø, Norway.", None, "Tromsø"),
        ("We are flying everybody to Malta for it.", None, None),
        ("It takes place on our campus in Leuven, Belgium.", None, "Leuven"),
        ("We'll be in the Sheldonian Theatre.", "Sheldonian Theatre", None),
        ("Place: Hotel Sacher, Vienna", "Hotel Sacher", "Vienna"),
        ("Our office is in Reading but the event is in Swindon.", None, "Swindon"),
        ("We are a charity based in Hull.", None, None),
        ("I saw you in Bristol last year.", None, None),
        ("It is in Christchurch, New Zealand.", None, "Christchurch"),
        ("The workshop would be in our Madrid office.", None, "Madrid"),
        ("The event is in downtown Toronto.", None, "Toronto"),
        ("Join us at Mountbatten Barn, just outside Romsey.", "Mountbatten Barn", "Romsey"),
    ],
)
def test_venue_and_city(sentence: str, venue: str | None, city: str | None) -> None:
    event = asked(sentence, "we would like to invite you to our conference on 4 May 2027.").event
    assert (event.venue, event.place.city) == (venue, city)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It is for the Northern Housing Summit.", "Northern Housing Summit"),
        ("Our event is called Brave New Work.", "Brave New Work"),
        ("Pharmacy Futures 2027 runs for two days.", "Pharmacy Futures 2027"),
        ("We'd love you at TechLadies Live.", "TechLadies Live"),
        ("This is for the 14th Annual Quilters' Convention.", "14th Annual Quilters' Convention"),
        ("It's our annual staff conference.", None),
        ("The Midlands Dairy Show is our biggest week.", "Midlands Dairy Show"),
        ("The awards are called the Golden Trowels.", "Golden Trowels"),
        ("It is the Women Who Weld Weekend.", "Women Who Weld Weekend"),
        ("The Leadership Team is coming.", None),
        ("I work for the National Trust.", None),
        ("The next Fenland Book Festival is in autumn.", "Fenland Book Festival"),
        ("Our Customer Day is a fixture.", "Customer Day"),
        ("At Safety First! 2027 we expect many.", None),
        ("We hold the Managing Partners' Forum every year.", "Managing Partners' Forum"),
        ('"Voices of Care" is the name of our conference.', "Voices of Care"),
        ("It's for the ACME Global Sales Kick-Off.", "ACME Global Sales Kick-Off"),
        ("I enjoyed the TED Conference.", None),
    ],
)
def test_event_name(sentence: str, name: str | None) -> None:
    assert asked(sentence).event.name == name


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("You would have the 10.15 slot, for 35 minutes.", ("10:15", 35)),
        ("The session runs 2 to 3:30pm.", ("14:00", 90)),
        ("We'd want about an hour and a half from you, from 7pm.", ("19:00", 90)),
        ("It's a 3-hour workshop starting at 1 pm.", ("13:00", 180)),
        (
            "Lunch is at 12.30 and you would be on straight after, at 1.30pm, for three quarters of an hour.",
            ("13:30", 45),
        ),
        ("30 mins plus Q&A.", (None, 30)),
        ("Your talk: 11:00-11:45.", ("11:00", 45)),
        ("The keynote is 9am sharp.", ("09:00", None)),
        ("Two sessions of 75 minutes each.", (None, 75)),
        ("My train gets in at 9.12.", (None, None)),
        ("Could we have a 20 minute call?", (None, None)),
        ("It is an hour from the airport.", (None, None)),
        ("One hour, including questions.", (None, 60)),
        ("Ninety minutes would be ideal.", (None, 90)),
        ("The webinar is at 17:00 CET for 1 hour.", ("17:00", 60)),
    ],
)
def test_start_and_length(sentence: str, slot: tuple[str | None, int | None]) -> None:
    event = asked(sentence).event
    assert (event.start_time and event.start_time.strftime("%H:%M"), event.duration_minutes) == slot


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("We can offer £1,200.", (1200, 1200)),
        ("There's £5000 in the pot.", (5000, 5000)),
        ("Our speakers get €300.", (300, 300)),
        ("I can go to £2.5k.", (None, 2500)),
        ("The most we could manage is £900.", (None, 900)),
        ("Our budget won't stretch beyond £3,000.", (None, 3000)),
        ("We normally pay between £800 and £1,000.", (800, 1000)),
        ("We have a fee of £1,500 in mind.", (1500, 1500)),
        ("Would £2,000 be acceptable?", (2000, 2000)),
        ("£600 is all we have.", (600, 600)),
        ("Delegates pay £350 each.", (None, None)),
        ("Last year we spent £4,000 on a comedian.", (None, None)),
        ("Our turnover is £3.2m.", (None, None)),
        ("We raised £8,000 for the hospice.", (None, None)),
        ("I see on your website that you charge £5,000.", (None, None)),
        ("The prize is £500.", (None, None)),
        ("We got a grant of £10,000 for the festival.", (None, None)),
        ("Someone else quoted us £3,950.", (None, None)),
        ("We budget £2,000-2,500 per speaker.", (2000, 2500)),
        ("Fee: negotiable, up to GBP 1,800", (None, 1800)),
        ("We would pay you £1000 and your train.", (1000, 1000)),
    ],
)
def test_budget(sentence: str, bounds: tuple[int | None, int | None]) -> None:
    budget = asked(sentence).budget
    assert (budget.min, budget.max) == bounds
