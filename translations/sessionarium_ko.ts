<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Arguments</name>
    <message>
        <source>Watch what becomes of login sessions when one web server turns into many.</source>
        <translation>웹 서버 한 대가 여러 대로 늘어날 때 로그인 세션이 어떻게 되는지 지켜봅니다.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>이 도움말을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>버전을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Make a picture of the window in this file (PNG) and show nothing.</source>
        <translation>창을 띄우지 않고 이 파일에 창의 그림(PNG)을 만듭니다.</translation>
    </message>
    <message>
        <source>Size of the picture, such as 1600x1000.</source>
        <translation>그림의 크기. 예: 1600x1000</translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation>언어: ko 또는 en</translation>
    </message>
    <message>
        <source>Theme: light or dark.</source>
        <translation>테마: light 또는 dark</translation>
    </message>
    <message>
        <source>Moment of the picture, such as 6s or 500ms.</source>
        <translation>그림의 시각. 예: 6s, 500ms</translation>
    </message>
    <message>
        <source>A scenario file, a lesson&apos;s id, or an exported timeline.</source>
        <translation>시나리오 파일, 강의 id 또는 내보낸 타임라인</translation>
    </message>
    <message>
        <source>Only one scenario can be opened.</source>
        <translation>시나리오는 하나만 열 수 있습니다.</translation>
    </message>
    <message>
        <source>Option %1 does not take &quot;%2&quot;. Allowed: %3.</source>
        <translation>%1 옵션에 ‘%2’ 값을 쓸 수 없습니다. 쓸 수 있는 값: %3.</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>a time such as 10s, 500ms or 20us</source>
        <translation>시간(예: 10s, 500ms, 20us)</translation>
    </message>
    <message>
        <source>What the picture shows: main, events, welcome or presenter.</source>
        <translation>그림에 담을 화면: main, events, welcome 또는 presenter.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>There is no server yet.</source>
        <translation>아직 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Places in use (%)</source>
        <translation>사용 중인 처리 자리 (%)</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>기다리는 요청 (개)</translation>
    </message>
    <message>
        <source>Sessions in memory</source>
        <translation>메모리에 있는 세션 (개)</translation>
    </message>
    <message>
        <source>Memory for sessions (bytes)</source>
        <translation>세션이 쓰는 메모리 (바이트)</translation>
    </message>
    <message>
        <source>No copy and no store has been sent anything yet.</source>
        <translation>복제나 저장소로 보낸 메시지가 아직 없습니다.</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>Messages sent so far</source>
        <translation>지금까지 보낸 메시지 (개)</translation>
    </message>
    <message>
        <source>Data sent so far (bytes)</source>
        <translation>지금까지 보낸 데이터 (바이트)</translation>
    </message>
    <message>
        <source>All requests so far: 50%, 95% and 99% ended within this time</source>
        <translation>지금까지의 요청 가운데 50%, 95%, 99%가 이 시간 안에 끝났습니다</translation>
    </message>
    <message>
        <source>No request has finished yet.</source>
        <translation>아직 끝난 요청이 없습니다.</translation>
    </message>
    <message>
        <source>Users who believe that they are signed in (%)</source>
        <translation>본인 화면이 ‘로그인됨’인 사용자 (%)</translation>
    </message>
    <message>
        <source>There is no user yet.</source>
        <translation>아직 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>로그인됨</translation>
    </message>
    <message>
        <source>Finished requests so far, by outcome</source>
        <translation>지금까지 끝난 요청의 결과 (개)</translation>
    </message>
    <message>
        <source>Load and queue</source>
        <translation>부하와 대기열</translation>
    </message>
    <message>
        <source>Sessions and memory</source>
        <translation>세션과 메모리</translation>
    </message>
    <message>
        <source>Copies and store</source>
        <translation>복제와 저장소</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>요청 결과</translation>
    </message>
    <message>
        <source>Places in use (%), mean of the last %1</source>
        <extracomment>%1 is a duration: &quot;1.0 s&quot;.</extracomment>
        <translation>사용 중인 자리(%), 최근 %1 동안의 평균</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>All lessons</source>
        <translation>강의 목록</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>빈 화면에서 시작하기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장하기</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장하기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터 다시 하기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생, 일시정지</translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation>이벤트 하나 앞으로</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>이벤트 하나 뒤로</translation>
    </message>
    <message>
        <source>One request forward</source>
        <translation>요청 하나 앞으로</translation>
    </message>
    <message>
        <source>One request back</source>
        <translation>요청 하나 뒤로</translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation>강의의 다음 단계로</translation>
    </message>
    <message>
        <source>Previous step of the lesson</source>
        <translation>강의의 이전 단계로</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>더 빠르게 재생</translation>
    </message>
    <message>
        <source>It does not go any faster.</source>
        <translation>가장 빠른 속도입니다.</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>더 느리게 재생</translation>
    </message>
    <message>
        <source>It does not go any slower.</source>
        <translation>가장 느린 속도입니다.</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>여기서 할 수 있는 일</translation>
    </message>
    <message>
        <source>It is played like this already.</source>
        <translation>이미 이 방식으로 재생하고 있습니다.</translation>
    </message>
    <message>
        <source>Run without sharing sessions</source>
        <translation>세션 공유 없이 실행하기</translation>
    </message>
    <message>
        <source>Run with sticky sessions</source>
        <translation>스티키 세션으로 실행하기</translation>
    </message>
    <message>
        <source>Run with session clustering</source>
        <translation>세션 클러스터링으로 실행하기</translation>
    </message>
    <message>
        <source>Run with a session storage</source>
        <translation>세션 스토리지로 실행하기</translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation>1 … 9</translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation>답 고르기</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>명령 찾기…</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>창의 다음 영역으로</translation>
    </message>
    <message>
        <source>To the previous part of the window</source>
        <translation>창의 이전 영역으로</translation>
    </message>
    <message>
        <source>Details and causes</source>
        <translation>자세한 내용과 원인</translation>
    </message>
    <message>
        <source>They are shown already.</source>
        <translation>이미 보이고 있습니다.</translation>
    </message>
    <message>
        <source>Presenter mode, and back</source>
        <translation>발표 모드 켜고 끄기</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝은 화면, 어두운 화면</translation>
    </message>
    <message>
        <source>Less motion, or as before</source>
        <translation>움직임 줄이기, 또는 되돌리기</translation>
    </message>
    <message>
        <source>Korean or English</source>
        <translation>한국어, 영어</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>It does not get any larger.</source>
        <translation>글자가 더 커지지 않습니다.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>It does not get any smaller.</source>
        <translation>글자가 더 작아지지 않습니다.</translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation>글자 크기 되돌리기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9, Ctrl+0</source>
        <translation>Ctrl+1 … Ctrl+9, Ctrl+0</translation>
    </message>
    <message>
        <source>Presenter mode: count a hand, take one back</source>
        <translation>발표 모드: 손 든 사람 세기, 한 명 빼기</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Presenter mode: vote a second time</source>
        <translation>발표 모드: 두 번째 투표</translation>
    </message>
    <message>
        <source>B or .</source>
        <translation>B 또는 .</translation>
    </message>
    <message>
        <source>Presenter mode: black picture</source>
        <translation>발표 모드: 화면 검게 하기</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>On the stage, after F6: from node to node</source>
        <translation>F6으로 무대에 온 뒤: 노드에서 노드로</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 휠</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Details of the node, or why it came to this mark</source>
        <translation>노드의 자세한 내용, 표시의 원인 보기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the drawer, put out the lights</source>
        <translation>옆 패널 닫기, 강조 표시 끄기</translation>
    </message>
    <message>
        <source>Nothing is open yet.</source>
        <translation>아직 열린 것이 없습니다.</translation>
    </message>
    <message>
        <source>Go back to the run first.</source>
        <translation>먼저 실행 화면으로 돌아가야 합니다.</translation>
    </message>
    <message>
        <source>This is a recording. It can only be looked at.</source>
        <translation>기록된 타임라인이라서 볼 수만 있습니다.</translation>
    </message>
    <message>
        <source>The question comes first.</source>
        <translation>먼저 질문에 답해야 합니다.</translation>
    </message>
    <message>
        <source>This is the end.</source>
        <translation>여기가 끝입니다.</translation>
    </message>
    <message>
        <source>This is the start.</source>
        <translation>여기가 처음입니다.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>용어집</translation>
    </message>
    <message>
        <source>What is modelled</source>
        <translation>모델에 있는 것</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>버전과 라이선스</translation>
    </message>
    <message>
        <source>Go on with the lesson of last time</source>
        <translation>지난번 강의 이어서 보기</translation>
    </message>
    <message>
        <source>No lesson was begun yet.</source>
        <translation>아직 시작한 강의가 없습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>되돌릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>되돌린 것이 없습니다.</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>다음 갈래</translation>
    </message>
    <message>
        <source>Previous branch</source>
        <translation>이전 갈래</translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation>갈래 이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete branch</source>
        <translation>갈래 지우기</translation>
    </message>
    <message>
        <source>This branch is needed and stays.</source>
        <translation>이 갈래는 필요해서 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>다른 갈래와 비교…</translation>
    </message>
    <message>
        <source>Enter, Delete</source>
        <translation>Enter, Delete</translation>
    </message>
    <message>
        <source>On the branches, after F6: play one, delete it</source>
        <translation>F6으로 갈래에 온 뒤: 그 갈래 재생, 지우기</translation>
    </message>
    <message>
        <source>There is one course only. Acting in the past begins another.</source>
        <translation>흐름이 하나뿐입니다. 지난 시점에서 무언가를 하면 새 갈래가 생깁니다.</translation>
    </message>
    <message>
        <source>Zoom the stage or the timeline</source>
        <translation>무대나 타임라인을 확대·축소</translation>
    </message>
    <message>
        <source>Search the timeline or the events</source>
        <translation>타임라인이나 이벤트 검색</translation>
    </message>
    <message>
        <source>There is no hit.</source>
        <translation>검색 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Next hit on the timeline</source>
        <translation>타임라인의 다음 검색 결과</translation>
    </message>
    <message>
        <source>Previous hit on the timeline</source>
        <translation>타임라인의 이전 검색 결과</translation>
    </message>
    <message>
        <source>Timeline without search and filter</source>
        <translation>타임라인 검색·필터 끝내기</translation>
    </message>
    <message>
        <source>It shows everything already.</source>
        <translation>이미 모두 보입니다.</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>타임라인 확대</translation>
    </message>
    <message>
        <source>The whole run is shown already.</source>
        <translation>이미 전체가 보입니다.</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>타임라인 축소</translation>
    </message>
    <message>
        <source>Whole run on the timeline</source>
        <translation>타임라인에 전체 보기</translation>
    </message>
    <message>
        <source>Timeline in linear time, or as before</source>
        <translation>타임라인 시간축: 일정한 간격으로, 또는 원래대로</translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation>Ctrl + 화살표</translation>
    </message>
    <message>
        <source>On the stage or the timeline, after F6: move what is in view</source>
        <translation>F6으로 무대나 타임라인에 온 뒤: 보이는 곳 옮기기</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>왼쪽, 오른쪽</translation>
    </message>
    <message>
        <source>On the timeline, after F6: from mark to mark</source>
        <translation>F6으로 타임라인에 온 뒤: 표시에서 표시로</translation>
    </message>
    <message>
        <source>The timeline is not shown.</source>
        <translation>타임라인이 보이지 않습니다.</translation>
    </message>
    <message>
        <source>It has these cookies already.</source>
        <translation>이미 같은 쿠키가 있습니다.</translation>
    </message>
    <message>
        <source>The pin leads there already.</source>
        <translation>이미 그 서버에 고정되어 있습니다.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>지금 값입니다.</translation>
    </message>
    <message>
        <source>This browser has no session cookie.</source>
        <translation>이 브라우저에는 세션 쿠키가 없습니다.</translation>
    </message>
    <message>
        <source>The store does not hold its session.</source>
        <translation>이 사용자의 세션이 저장소에 없습니다.</translation>
    </message>
    <message>
        <source>It is down.</source>
        <translation>다운된 상태입니다.</translation>
    </message>
    <message>
        <source>This browser has no cookie.</source>
        <translation>이 브라우저에는 쿠키가 없습니다.</translation>
    </message>
    <message>
        <source>There is no other user.</source>
        <translation>다른 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>This browser has no pin cookie.</source>
        <translation>이 브라우저에는 고정 쿠키가 없습니다.</translation>
    </message>
    <message>
        <source>Sessions are not sticky here.</source>
        <translation>여기서는 사용자를 서버에 고정하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no other server.</source>
        <translation>다른 서버가 없습니다.</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>작동하고 있지 않습니다.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>작동하고 있습니다.</translation>
    </message>
    <message>
        <source>Here the servers find each other.</source>
        <translation>여기서는 서버들이 스스로 서로를 찾습니다.</translation>
    </message>
    <message>
        <source>It knows all the others.</source>
        <translation>이미 다른 서버를 모두 알고 있습니다.</translation>
    </message>
    <message>
        <source>A server that was added has the weight of the one before it.</source>
        <translation>추가한 서버는 앞 서버의 가중치를 따릅니다.</translation>
    </message>
    <message>
        <source>It is the only one.</source>
        <translation>하나뿐인 서버입니다.</translation>
    </message>
    <message>
        <source>It has no power.</source>
        <translation>전원이 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>A replica only repeats what its store does.</source>
        <translation>복제 저장소는 원본을 따라 할 뿐입니다.</translation>
    </message>
    <message>
        <source>It holds no user&apos;s session.</source>
        <translation>저장된 사용자 세션이 없습니다.</translation>
    </message>
    <message>
        <source>Without a load balancer no second server is used.</source>
        <translation>로드 밸런서가 없으면 서버를 더 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>No connection is cut.</source>
        <translation>끊긴 연결이 없습니다.</translation>
    </message>
    <message>
        <source>All its connections are cut already.</source>
        <translation>연결이 이미 모두 끊겨 있습니다.</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>사용자 추가하기</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>서버 추가하기</translation>
    </message>
    <message>
        <source>Cut into two sides…</source>
        <translation>두 편으로 나누어 끊기…</translation>
    </message>
    <message>
        <source>Restore all connections</source>
        <translation>모든 연결 복구하기</translation>
    </message>
    <message>
        <source>User: log in</source>
        <translation>사용자: 로그인하기</translation>
    </message>
    <message>
        <source>User: read</source>
        <translation>사용자: 읽기</translation>
    </message>
    <message>
        <source>User: write</source>
        <translation>사용자: 담기</translation>
    </message>
    <message>
        <source>User: log out</source>
        <translation>사용자: 로그아웃하기</translation>
    </message>
    <message>
        <source>User: read without logging in</source>
        <translation>사용자: 로그인 없이 읽기</translation>
    </message>
    <message>
        <source>User: open another tab</source>
        <translation>사용자: 새 탭 열기</translation>
    </message>
    <message>
        <source>User: copy the cookies to another browser</source>
        <translation>사용자: 다른 브라우저로 쿠키 복사하기</translation>
    </message>
    <message>
        <source>User: delete the session cookie</source>
        <translation>사용자: 세션 쿠키 지우기</translation>
    </message>
    <message>
        <source>User: delete the pin cookie</source>
        <translation>사용자: 고정 쿠키 지우기</translation>
    </message>
    <message>
        <source>User: send an unknown id</source>
        <translation>사용자: 없는 세션 ID로 요청하기</translation>
    </message>
    <message>
        <source>User: change the address</source>
        <translation>사용자: 주소 바꾸기</translation>
    </message>
    <message>
        <source>User: move the pin</source>
        <translation>사용자: 고정 옮기기</translation>
    </message>
    <message>
        <source>User: delete the session in the store</source>
        <translation>사용자: 저장소의 세션 지우기</translation>
    </message>
    <message>
        <source>User: cut off</source>
        <translation>사용자: 연결 끊기</translation>
    </message>
    <message>
        <source>User: reconnect</source>
        <translation>사용자: 연결 복구하기</translation>
    </message>
    <message>
        <source>Server: crash</source>
        <translation>서버: 다운시키기</translation>
    </message>
    <message>
        <source>Server: restart</source>
        <translation>서버: 다시 켜기</translation>
    </message>
    <message>
        <source>Server: slow down</source>
        <translation>서버: 느리게 만들기</translation>
    </message>
    <message>
        <source>Server: cut off</source>
        <translation>서버: 연결 끊기</translation>
    </message>
    <message>
        <source>Server: reconnect</source>
        <translation>서버: 연결 복구하기</translation>
    </message>
    <message>
        <source>Server: begin or end a drain</source>
        <translation>서버: 드레인 시작하고 끝내기</translation>
    </message>
    <message>
        <source>Server: change the capacity</source>
        <translation>서버: 성능 바꾸기</translation>
    </message>
    <message>
        <source>Server: let it hang</source>
        <translation>서버: 응답 없게 만들기</translation>
    </message>
    <message>
        <source>Server: cut the power</source>
        <translation>서버: 전원 끊기</translation>
    </message>
    <message>
        <source>Server: add to the cluster</source>
        <translation>서버: 클러스터에 넣기</translation>
    </message>
    <message>
        <source>Server: change the weight</source>
        <translation>서버: 가중치 바꾸기</translation>
    </message>
    <message>
        <source>Server: remove</source>
        <translation>서버: 빼기</translation>
    </message>
    <message>
        <source>Store: crash</source>
        <translation>저장소: 다운시키기</translation>
    </message>
    <message>
        <source>Store: restart</source>
        <translation>저장소: 다시 켜기</translation>
    </message>
    <message>
        <source>Store: cut the power</source>
        <translation>저장소: 전원 끊기</translation>
    </message>
    <message>
        <source>Store: cut off</source>
        <translation>저장소: 연결 끊기</translation>
    </message>
    <message>
        <source>Store: reconnect</source>
        <translation>저장소: 연결 복구하기</translation>
    </message>
    <message>
        <source>Store: delete a session</source>
        <translation>저장소: 세션 지우기</translation>
    </message>
    <message>
        <source>Store: another kind</source>
        <translation>저장소: 종류 바꾸기</translation>
    </message>
    <message>
        <source>Select a user first.</source>
        <translation>먼저 사용자를 골라야 합니다.</translation>
    </message>
    <message>
        <source>Select a server first.</source>
        <translation>먼저 서버를 골라야 합니다.</translation>
    </message>
    <message>
        <source>There is no store.</source>
        <translation>저장소가 없습니다.</translation>
    </message>
    <message>
        <source>Select a store first.</source>
        <translation>먼저 저장소를 골라야 합니다.</translation>
    </message>
    <message>
        <source>This means nothing here.</source>
        <translation>여기서는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Store: shut down</source>
        <translation>저장소: 정상 종료하기</translation>
    </message>
    <message>
        <source>take back, revert, cancel</source>
        <translation>되돌리기, 취소, 실행 취소</translation>
    </message>
    <message>
        <source>do again, repeat</source>
        <translation>다시 실행, 다시 하기</translation>
    </message>
    <message>
        <source>difference, diff</source>
        <translation>차이, 비교</translation>
    </message>
    <message>
        <source>home, welcome, start page</source>
        <translation>홈, 첫 화면, 목록, 시작 화면</translation>
    </message>
    <message>
        <source>new, blank, sandbox</source>
        <translation>새로 만들기, 새 파일, 빈 화면, 자유 실습</translation>
    </message>
    <message>
        <source>load, import</source>
        <translation>불러오기, 가져오기, 파일</translation>
    </message>
    <message>
        <source>keep, store, disk</source>
        <translation>보관, 파일, 디스크</translation>
    </message>
    <message>
        <source>download, picture, image, PNG, PDF, CSV, JSON</source>
        <translation>그림, 이미지, 사진, 데이터, 다운로드</translation>
    </message>
    <message>
        <source>reset, restart, from the beginning</source>
        <translation>초기화, 처음부터, 다시 시작</translation>
    </message>
    <message>
        <source>paper, PDF</source>
        <translation>종이, 프린터, 출력</translation>
    </message>
    <message>
        <source>exit, close</source>
        <translation>닫기, 나가기, 끝내기</translation>
    </message>
    <message>
        <source>start, stop, resume</source>
        <translation>시작, 멈춤, 정지, 일시 정지</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>속도, 빨리</translation>
    </message>
    <message>
        <source>speed, slow motion</source>
        <translation>속도, 천천히</translation>
    </message>
    <message>
        <source>command palette, search</source>
        <translation>명령 팔레트, 검색</translation>
    </message>
    <message>
        <source>inspector, properties, why</source>
        <translation>속성, 상세, 이유, 왜</translation>
    </message>
    <message>
        <source>full screen, projector, slides, class</source>
        <translation>전체 화면, 프로젝터, 슬라이드, 수업</translation>
    </message>
    <message>
        <source>dark mode, night, colours</source>
        <translation>다크 모드, 어두운 화면, 밝은 화면, 색</translation>
    </message>
    <message>
        <source>animation, accessibility</source>
        <translation>애니메이션, 움직임, 접근성</translation>
    </message>
    <message>
        <source>translation, English, 한국어</source>
        <translation>언어, 영어, 한국어, 번역</translation>
    </message>
    <message>
        <source>font size, zoom, magnify</source>
        <translation>글꼴, 글자 크기, 확대</translation>
    </message>
    <message>
        <source>font size, zoom</source>
        <translation>글꼴, 글자 크기, 축소</translation>
    </message>
    <message>
        <source>font size, reset zoom</source>
        <translation>글꼴, 글자 크기, 원래 크기</translation>
    </message>
    <message>
        <source>filter, look for</source>
        <translation>찾기, 필터</translation>
    </message>
    <message>
        <source>manual, shortcuts, keyboard</source>
        <translation>설명서, 단축키, 키보드</translation>
    </message>
    <message>
        <source>terms, dictionary, words</source>
        <translation>용어, 사전, 낱말</translation>
    </message>
    <message>
        <source>about, license, GPL</source>
        <translation>정보, 라이선스, 만든 곳</translation>
    </message>
    <message>
        <source>lanes, sequence diagram</source>
        <translation>레인, 시퀀스 다이어그램</translation>
    </message>
    <message>
        <source>table, log, list</source>
        <translation>표, 로그, 목록</translation>
    </message>
    <message>
        <source>graphs, statistics, diagrams</source>
        <translation>그래프, 통계, 도표</translation>
    </message>
    <message>
        <source>It is shown already.</source>
        <translation>이미 보고 있습니다.</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>타임라인 보기</translation>
    </message>
    <message>
        <source>Show the events</source>
        <translation>이벤트 보기</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>차트 보기</translation>
    </message>
</context>
<context>
    <name>EntityRows</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>본인 화면</translation>
    </message>
    <message>
        <source>Session cookie</source>
        <translation>세션 쿠키</translation>
    </message>
    <message>
        <source>Its session is at</source>
        <translation>세션이 있는 곳</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>아무 데도 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin cookie</source>
        <translation>고정 쿠키</translation>
    </message>
    <message>
        <source>Moved by hand to</source>
        <translation>직접 옮긴 고정</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>진행 중인 요청</translation>
    </message>
    <message>
        <source>Log-ins and writes</source>
        <translation>로그인과 쓰기</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>드레인 중</translation>
    </message>
    <message>
        <source>down</source>
        <translation>다운</translation>
    </message>
    <message>
        <source>up</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Changes to be sent</source>
        <translation>보낼 변경</translation>
    </message>
    <message>
        <source>They wait here and are lost if the process dies.</source>
        <translation>여기서 기다립니다. 프로세스가 죽으면 사라집니다.</translation>
    </message>
    <message>
        <source>Answers to be confirmed</source>
        <translation>확인을 기다리는 응답</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>fetching sessions</source>
        <translation>세션 받는 중</translation>
    </message>
    <message>
        <source>Balancer thinks</source>
        <translation>로드 밸런서의 판단</translation>
    </message>
    <message>
        <source>Counter of its health checks: %1</source>
        <translation>헬스 체크 카운터: %1</translation>
    </message>
    <message>
        <source>In service</source>
        <extracomment>%1 requests are being served, %2 could be at the same time.</extracomment>
        <translation>처리 중</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Queue</source>
        <extracomment>%1 requests wait, %2 could.</extracomment>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Time for a request</source>
        <translation>요청 처리 시간</translation>
    </message>
    <message>
        <source>Sessions</source>
        <extracomment>%1 is the size of an empty session, %2 that of a write in it: &quot;512 B&quot;, &quot;256 B&quot;.</extracomment>
        <translation>세션</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>복제 대상</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n대</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>Requests served</source>
        <translation>처리한 요청</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>복제본</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>주 저장소</translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation>디스크에 남는 것</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복제 원본</translation>
    </message>
    <message>
        <source>Not on disk yet</source>
        <translation>아직 디스크에 없음</translation>
    </message>
    <message>
        <source>Left after a kill</source>
        <translation>프로세스가 죽어도 남음</translation>
    </message>
    <message>
        <source>Left after a power cut</source>
        <translation>전원이 꺼져도 남음</translation>
    </message>
    <message>
        <source>Comes back with</source>
        <translation>다시 켜면 남는 세션</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>마지막 기록</translation>
    </message>
    <message>
        <source>Servers turn to it</source>
        <translation>이곳을 쓰는 서버</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분배 방식</translation>
    </message>
    <message>
        <source>Last turn</source>
        <translation>마지막 차례</translation>
    </message>
    <message>
        <source>Thought up</source>
        <extracomment>%1 servers are thought up, of %2.</extracomment>
        <translation>정상으로 보는 서버</translation>
    </message>
    <message>
        <source>Pins moved by hand</source>
        <translation>직접 옮긴 고정</translation>
    </message>
    <message>
        <source>Pin of %1</source>
        <extracomment>Where a user&apos;s pin cookie leads: %1 is the user, the value a server.</extracomment>
        <translation>고정: %1</translation>
    </message>
    <message>
        <source>Pinned users</source>
        <translation>고정된 사용자</translation>
    </message>
    <message>
        <source>Memory, by an assumption: each session %1, each write in it %2.</source>
        <translation>메모리는 가정한 값입니다. 세션 하나: %1, 그 안의 쓰기 하나: %2</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Step through the run and watch where each session lives. Click a user or a server to see what it knows; the right button or the menu key shows what can be done to it. Acting in the past begins a new branch, and the old course stays.</source>
        <translation>실행을 한 걸음씩 넘기며 세션이 어디에 있는지 지켜봅니다. 사용자나 서버를 누르면 무엇을 알고 있는지 보이고, 오른쪽 버튼이나 메뉴 키를 누르면 할 수 있는 일이 나옵니다. 지난 시점에서 무언가를 하면 새 갈래가 생기고, 원래 흐름은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>용어집</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A term of the glossary: %1 in this language, %2 in the other one.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What is modelled</source>
        <translation>모델에 있는 것</translation>
    </message>
    <message>
        <source>Everything on the screen is computed by a model; nothing is a film.</source>
        <translation>화면에 보이는 것은 모두 모델이 계산한 결과이며, 미리 만든 영상이 아닙니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>a build of its own</source>
        <translation>직접 빌드한 판</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>구성 요소와 라이선스</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>GNU General Public License 3판 또는 그 이후 판을 따릅니다. 어떤 보증도 하지 않습니다.</translation>
    </message>
    <message>
        <source>LGPL version 3 or GPL version 3; Qt Charts GPL version 3 alone. © The Qt Company Ltd. and other contributors.</source>
        <translation>LGPL 3판 또는 GPL 3판을 따르며, Qt Charts는 GPL 3판만 따릅니다. © The Qt Company Ltd. 및 여러 기여자</translation>
    </message>
    <message>
        <source>MIT licence; its text stands below.</source>
        <translation>MIT 라이선스를 따릅니다. 전문은 아래에 있습니다.</translation>
    </message>
    <message>
        <source>BSD licence with three clauses, in the command line program; its text stands below.</source>
        <translation>3조항 BSD 라이선스를 따르며, 명령줄 프로그램에 들어 있습니다. 전문은 아래에 있습니다.</translation>
    </message>
    <message>
        <source>SIL Open Font License 1.1. The font is the system&apos;s and no part of the program.</source>
        <translation>SIL Open Font License 1.1을 따릅니다. 시스템의 글꼴이며 프로그램에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>버전과 라이선스</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>down</source>
        <translation>다운</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>hung</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>느림</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>연결 끊김</translation>
    </message>
</context>
<context>
    <name>LessonWords</name>
    <message>
        <source>the lesson&apos;s own run</source>
        <translation>강의의 원래 실행</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not answered yet</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;; then how many requests have no answer yet.</extracomment>
        <translation>
            <numerusform>%1 · 답 없음 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PossibleAction</name>
    <message>
        <source>End the drain</source>
        <translation>드레인 끝내기</translation>
    </message>
    <message>
        <source>Another network (%1)</source>
        <extracomment>Where a user goes with a phone; %1 is the address there.</extracomment>
        <translation>다른 네트워크(%1)</translation>
    </message>
    <message>
        <source>As %1 (%2)</source>
        <extracomment>The user gets the address of another, as behind one router: %1 is the other, %2 the address.</extracomment>
        <translation>%1 님과 같은 주소(%2)</translation>
    </message>
    <message>
        <source>As set up (%1 per request)</source>
        <extracomment>How long a server takes for a request: %1 is the time, &quot;30 ms&quot;.</extracomment>
        <translation>처음 설정(요청당 %1)</translation>
    </message>
    <message>
        <source>%1 per request</source>
        <translation>요청당 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) at a time</source>
        <translation>
            <numerusform>동시에 요청 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A session to be deleted: %1 is its user, %2 its label. &quot;Minji (A1)&quot;</extracomment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>나머지 모두</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Kind of store</source>
        <translation>저장소 종류</translation>
    </message>
    <message>
        <source>Cut into two sides…</source>
        <translation>두 편으로 나누어 끊기…</translation>
    </message>
    <message>
        <source>Restore all connections</source>
        <translation>모든 연결 복구하기</translation>
    </message>
    <message>
        <source>How sessions are shared</source>
        <translation>세션 공유 방식</translation>
    </message>
</context>
<context>
    <name>PredictionContent</name>
    <message>
        <source>In the run played now: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;.</extracomment>
        <translation>지금 실행의 결과: %1</translation>
    </message>
    <message>
        <source>Not decided yet. So far: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out · 1 not answered yet&quot;.</extracomment>
        <translation>아직 알 수 없습니다. 지금까지의 결과: %1</translation>
    </message>
    <message>
        <source>None of these this time. What happened: %1</source>
        <extracomment>%1 is a line of counts: &quot;2 fine · 1 logged out&quot;.</extracomment>
        <translation>이번 실행에서는 모두 아닙니다. 실제 결과: %1</translation>
    </message>
    <message>
        <source>Asked about: %1</source>
        <extracomment>%1 tells a run: &quot;the lesson&apos;s own run&quot;, &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation>질문할 때의 실행: %1</translation>
    </message>
</context>
<context>
    <name>PrintPages</name>
    <message>
        <source>Sessions: %1 · at %2 · branch: %3</source>
        <extracomment>Below the title of a printed page: %1 is how sessions are shared, %2 a moment of the run, %3 the branch&apos;s name.</extracomment>
        <translation>세션: %1 · 시점 %2 · 갈래: %3</translation>
    </message>
</context>
<context>
    <name>StageHints</name>
    <message>
        <source>a request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>a response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>a health check</source>
        <translation>헬스 체크</translation>
    </message>
    <message>
        <source>a confirmation</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>a sign of life</source>
        <translation>생존 신호</translation>
    </message>
    <message>
        <source>all sessions at once</source>
        <translation>모든 세션</translation>
    </message>
    <message>
        <source>a session is asked for</source>
        <translation>세션 조회</translation>
    </message>
    <message>
        <source>a session to be stored</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>a session to be deleted</source>
        <translation>세션 삭제</translation>
    </message>
    <message>
        <source>a change for the replica</source>
        <translation>복제본으로 가는 변경</translation>
    </message>
    <message>
        <source>the answer of the store</source>
        <translation>저장소의 응답</translation>
    </message>
    <message>
        <source>a change of a session</source>
        <translation>세션 변경</translation>
    </message>
    <message>
        <source>On the way: %1, %2 → %3.</source>
        <extracomment>A message on its way: %1 is what it is (&quot;a request&quot;), %2 who sent it, %3 who gets it.</extracomment>
        <translation>가는 중: %1, %2 → %3.</translation>
    </message>
    <message>
        <source>On the way: an error as the answer, %1 → %2.</source>
        <translation>가는 중: 오류 응답, %1 → %2.</translation>
    </message>
    <message>
        <source>Gets lost on the way: %1, %2 → %3.</source>
        <extracomment>A message that gets lost: %1 is what it is (&quot;a request&quot;), %2 who sent it, %3 who does not get it.</extracomment>
        <translation>도중에 사라짐: %1, %2 → %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n more session(s) here</source>
        <translation>
            <numerusform>여기에 세션 %n개가 더 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: the copy in charge. Answers come from it.</source>
        <extracomment>%1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.</extracomment>
        <translation>세션 %1 %2, %3: 담당 사본입니다. 응답은 여기에서 나옵니다.</translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a copy, as new as the one in charge.</source>
        <extracomment>%1 is the label of a session (A1), %2 its version (v3), %3 the name of a server or a store.</extracomment>
        <translation>세션 %1 %2, %3: 복제본입니다. 담당 사본만큼 새것입니다.</translation>
    </message>
    <message>
        <source>Session %1 is not at %2.</source>
        <extracomment>%1 is the label of a session (A1), %2 the name of a server or a store.</extracomment>
        <translation>세션 %1: %2에 없습니다.</translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a stale copy. The one in charge is %4, at %5.</source>
        <extracomment>%1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server, %4 the version in charge (v3), %5 the name of the server that has it.</extracomment>
        <translation>세션 %1 %2, %3: 오래된 복제본입니다. 담당 사본은 %4, %5에 있습니다.</translation>
    </message>
    <message>
        <source>Session %1, %2, at %3: a stale copy.</source>
        <extracomment>%1 is the label of a session (A1), %2 an old version (v1), %3 the name of a server or a store.</extracomment>
        <translation>세션 %1 %2, %3: 오래된 복제본입니다.</translation>
    </message>
    <message>
        <source>Pinned: requests of %1 go to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation>고정: %1 님의 요청은 %2에 갑니다.</translation>
    </message>
    <message>
        <source>Pinned: requests of %1 would go to %2, which is down.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation>고정: %1 님의 요청이 갈 곳은 %2인데, 지금 다운입니다.</translation>
    </message>
    <message>
        <source>By address: requests of %1 go to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation>주소 기준: %1 님의 요청은 %2에 갑니다.</translation>
    </message>
    <message>
        <source>No pin: the newest request of %1 went to %2.</source>
        <extracomment>%1 is the name of a user, %2 that of a server.</extracomment>
        <translation>고정 없음: %1 님의 마지막 요청은 %2에 갔습니다.</translation>
    </message>
    <message>
        <source>Cut: nothing gets through between %1 and %2.</source>
        <extracomment>%1 and %2 are names of servers, stores or the balancer.</extracomment>
        <translation>끊김: %1 – %2 사이로 아무것도 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Line: %1 – %2</source>
        <extracomment>A line on the stage between two that talk to each other.</extracomment>
        <translation>연결: %1 – %2</translation>
    </message>
    <message>
        <source>%1 keeps its sessions at %2.</source>
        <extracomment>%1 is the name of a server, %2 that of a store.</extracomment>
        <translation>%1: 세션을 %2에 둡니다.</translation>
    </message>
    <message>
        <source>Its cookie names session %1.</source>
        <extracomment>%1 is the label of a session (A1).</extracomment>
        <translation>쿠키에 든 세션: %1</translation>
    </message>
    <message>
        <source>It has no session cookie.</source>
        <translation>세션 쿠키가 없습니다.</translation>
    </message>
    <message>
        <source>Its screen still says so; the session is gone.</source>
        <translation>화면에는 아직 로그인된 것으로 보이지만 세션은 없습니다.</translation>
    </message>
    <message>
        <source>In truth: %1.</source>
        <extracomment>%1 is how things are, against what is believed.</extracomment>
        <translation>실제로는: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s) with the same cookies.</source>
        <translation>
            <numerusform>같은 쿠키를 쓰는 탭: %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>In service %1 of %2, waiting %3</source>
        <extracomment>%1 requests are being served, %2 could be at once, %3 wait.</extracomment>
        <translation>처리 중 %1 / %2, 대기 %3</translation>
    </message>
    <message>
        <source>Sessions: %1</source>
        <translation>세션: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent to others.</source>
        <translation>
            <numerusform>다른 곳에 보낼 변경 %n개가 기다립니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for others to confirm.</source>
        <translation>
            <numerusform>응답 %n개가 확인을 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It passes each request on to one of the servers.</source>
        <translation>요청마다 서버 하나를 골라 보냅니다.</translation>
    </message>
</context>
<context>
    <name>StageScene</name>
    <message>
        <source>not signed in</source>
        <translation>로그인 안 됨</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>로그인됨</translation>
    </message>
    <message>
        <source>sees: signed in</source>
        <translation>본인 화면: 로그인됨</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>로그인 풀림</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>사용자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>down</source>
        <translation>다운</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>%1에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>%1 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>제시간에 응답이 오지 않았습니다</translation>
    </message>
    <message>
        <source>%1 has no session %2</source>
        <extracomment>%1 is the name of a server, %2 the label of a session (A1).</extracomment>
        <translation>%1에는 %2 세션이 없습니다</translation>
    </message>
    <message>
        <source>%1 · %2 has no session %3</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server, %3 the label of a session (A1).</extracomment>
        <translation>%1 · %2에는 %3 세션이 없습니다</translation>
    </message>
    <message>
        <source>%1 · No server is available</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation>%1 · 요청을 받을 서버가 없습니다</translation>
    </message>
    <message>
        <source>%1 · No connection to %2</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation>%1 · %2에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 · The connection to %2 broke</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation>%1 · %2 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>%1 · The queue of %2 is full</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation>%1 · %2의 대기열이 가득 찼습니다</translation>
    </message>
    <message>
        <source>%1 · Answer of %2</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation>%1 · %2의 응답</translation>
    </message>
    <message>
        <source>Why? Show the causes →</source>
        <translation>왜? 원인 보기 →</translation>
    </message>
    <message>
        <source>load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>in charge</source>
        <translation>담당 사본</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>복제본</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>no power</source>
        <translation>전원 끊김</translation>
    </message>
    <message>
        <source>hung</source>
        <translation>멈춤(응답 없음)</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>드레인 중</translation>
    </message>
    <message>
        <source>thought down</source>
        <translation>다운으로 판단됨</translation>
    </message>
    <message>
        <source>%1 · The server does not answer</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation>%1 · 서버의 응답이 없습니다</translation>
    </message>
    <message>
        <source>%1 · %2 cannot reach the store</source>
        <extracomment>%1 is an HTTP status, %2 the name of a server.</extracomment>
        <translation>%1 · %2에서 저장소에 연결하지 못했습니다</translation>
    </message>
    <message>
        <source>%1 · The session ended meanwhile</source>
        <extracomment>%1 is an HTTP status.</extracomment>
        <translation>%1 · 그사이에 세션이 끝났습니다</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>전송 대기</translation>
    </message>
    <message>
        <source>not so in truth</source>
        <translation>실제와 다름</translation>
    </message>
    <message>
        <source>Its process is gone, and with it all that was in its memory.</source>
        <translation>프로세스가 죽었습니다. 메모리에 있던 것도 모두 사라졌습니다.</translation>
    </message>
    <message>
        <source>Its host has no power: nobody answers, not even with a refusal.</source>
        <translation>전원이 꺼졌습니다. 거부 응답조차 오지 않습니다.</translation>
    </message>
    <message>
        <source>It takes connections and answers nothing until it is restarted.</source>
        <translation>연결은 받지만, 다시 켤 때까지 아무 응답도 하지 않습니다.</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>세션 받는 중</translation>
    </message>
    <message>
        <source>It takes no connections before it has the others&apos; sessions.</source>
        <translation>다른 서버의 세션을 다 받을 때까지 연결을 받지 않습니다.</translation>
    </message>
    <message>
        <source>It could serve, but the balancer believes that it is down.</source>
        <translation>처리할 수 있지만, 로드 밸런서는 다운으로 보고 있습니다.</translation>
    </message>
    <message>
        <source>It still serves whom a pin sends there, and nobody new.</source>
        <translation>고정된 사용자만 받고, 새 사용자는 받지 않습니다.</translation>
    </message>
    <message>
        <source>slow</source>
        <extracomment>%1 is a duration.</extracomment>
        <translation>느림</translation>
    </message>
    <message>
        <source>A request takes it %1 now.</source>
        <translation>지금은 요청 하나에 %1 걸립니다.</translation>
    </message>
    <message>
        <source>It takes requests and answers them.</source>
        <translation>요청을 받아 응답합니다.</translation>
    </message>
    <message>
        <source>thought up</source>
        <translation>정상으로 봄</translation>
    </message>
    <message>
        <source>The balancer sends it requests.</source>
        <translation>로드 밸런서가 요청을 보냅니다.</translation>
    </message>
    <message>
        <source>The balancer sends it no requests.</source>
        <translation>로드 밸런서가 요청을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Its process is gone; only what is on its disk comes back.</source>
        <translation>프로세스가 죽었습니다. 디스크에 있는 것만 돌아옵니다.</translation>
    </message>
    <message>
        <source>Its host has no power; only what was flushed to its disk comes back.</source>
        <translation>전원이 꺼졌습니다. 디스크에 기록을 마친 것만 돌아옵니다.</translation>
    </message>
    <message>
        <source>It copies the primary and takes over when that stays away.</source>
        <translation>주 저장소를 복제합니다. 주 저장소가 돌아오지 않으면 대신 맡습니다.</translation>
    </message>
    <message>
        <source>All servers keep their sessions here.</source>
        <translation>모든 서버가 세션을 여기에 둡니다.</translation>
    </message>
    <message>
        <source>new primary</source>
        <translation>새 주 저장소</translation>
    </message>
    <message>
        <source>It was the replica and took over: servers turn to it now.</source>
        <translation>복제본이 역할을 넘겨받았습니다. 이제 서버들이 이곳을 씁니다.</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>주 저장소</translation>
    </message>
    <message>
        <source>Servers keep their sessions here; it passes changes on to the replica.</source>
        <translation>서버가 세션을 여기에 둡니다. 변경은 복제본에도 보냅니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n on disk</source>
        <translation>
            <numerusform>디스크에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>memory only</source>
        <translation>메모리에만</translation>
    </message>
    <message numerus="yes">
        <source>%n not on disk</source>
        <translation>
            <numerusform>디스크에 없음 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all on disk</source>
        <translation>모두 디스크에</translation>
    </message>
    <message>
        <source>the session is gone</source>
        <translation>세션 없음</translation>
    </message>
    <message>
        <source>the session is still there</source>
        <translation>세션은 남아 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n tab(s)</source>
        <translation>
            <numerusform>탭 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>in truth: %1</source>
        <extracomment>Seen as the balancer believes it; %1 is how the server is: &quot;down&quot;.</extracomment>
        <translation>실제: %1</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1: no mistakes found.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>%1: 잘못된 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>표준 출력에 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>There may be more problems; these are the first.</source>
        <translation>문제가 더 있을 수 있습니다. 여기까지만 보여 드립니다.</translation>
    </message>
    <message>
        <source>Expected: %1. Found: %2.</source>
        <extracomment>%1 is a statement such as /outcomes/fine == 3, %2 a value</extracomment>
        <translation>기대한 것: %1. 실제 값: %2.</translation>
    </message>
    <message>
        <source>Expected: %1. The summary has no %2.</source>
        <extracomment>%1 is a statement such as /outcomes/fine == 3, %2 a path into the summary</extracomment>
        <translation>기대한 것: %1. 요약에 %2 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>중단했습니다.</translation>
    </message>
    <message>
        <source>The run is cut: the limit of records is reached.</source>
        <translation>기록 수가 한도에 이르러 실행이 끊겼습니다.</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Column: the number of a lesson in the course</extracomment>
        <translation>번호</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>강의</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>The option %1 needs a whole number: %2.</source>
        <extracomment>%1 is an option such as --seed, %2 what was typed</extracomment>
        <translation>%1 옵션에는 정수가 필요합니다: %2.</translation>
    </message>
    <message>
        <source>There is no policy %1. There is: %2.</source>
        <extracomment>%1 is what was typed, %2 a list</extracomment>
        <translation>%1 방식은 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>The option %1 needs a duration such as 10s, 500ms or 20us: %2.</source>
        <translation>%1 옵션에는 10s, 500ms, 20us 같은 시간이 필요합니다: %2.</translation>
    </message>
    <message>
        <source>The option %1 needs PATH=VALUE with a path such as /servers/0/capacity: %2.</source>
        <translation>%1 옵션에는 ‘경로=값’이 필요합니다. 경로의 예: /servers/0/capacity. 입력한 것: %2.</translation>
    </message>
    <message>
        <source>The value in %1 is no JSON; texts stand in double quotes, as in %2.</source>
        <translation>‘%1’의 값이 JSON이 아닙니다. 글자는 큰따옴표로 감쌉니다. 예: %2.</translation>
    </message>
    <message>
        <source>There is no export format %1. There is: %2.</source>
        <translation>%1 내보내기 형식은 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>The file name behind the colon is missing: %1.</source>
        <translation>콜론 뒤에 파일 이름이 없습니다: %1.</translation>
    </message>
    <message>
        <source>Standard output takes either --json or one export; name a file for the export.</source>
        <translation>표준 출력에는 --json 결과와 내보내기 중 하나만 쓸 수 있습니다. 내보낼 파일 이름을 적어 주십시오.</translation>
    </message>
    <message>
        <source>Standard output takes one export only; name files for the others.</source>
        <translation>표준 출력에는 한 가지만 내보낼 수 있습니다. 나머지는 파일 이름을 적어 주십시오.</translation>
    </message>
    <message>
        <source>Two exports cannot go into the same file: %1.</source>
        <translation>두 가지를 같은 파일에 내보낼 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The option %1 needs POINTER OPERATOR VALUE, as in %2: %3.</source>
        <translation>%1 옵션에는 ‘포인터 연산자 값’이 필요합니다. 예: %2. 입력한 것: %3.</translation>
    </message>
    <message>
        <source>There is no language %1. There is: %2.</source>
        <translation>%1 언어는 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>The option %1 needs a number from 1 on.</source>
        <translation>%1 옵션에는 1부터 시작하는 수가 필요합니다.</translation>
    </message>
    <message>
        <source>List the built-in lessons</source>
        <translation>들어 있는 강의 목록 보기</translation>
    </message>
    <message>
        <source>Print the list as JSON</source>
        <translation>목록을 JSON으로 출력</translation>
    </message>
    <message>
        <source>Compute a scenario or a lesson, and sum it up</source>
        <translation>시나리오나 강의를 계산하고 요약하기</translation>
    </message>
    <message>
        <source>A scenario file, or the id of a lesson</source>
        <translation>시나리오 파일 또는 강의 ID</translation>
    </message>
    <message>
        <source>Look for mistakes in a scenario or timeline file</source>
        <translation>시나리오나 타임라인 파일에서 잘못된 곳 찾기</translation>
    </message>
    <message>
        <source>A scenario file, or a timeline (.jsonl)</source>
        <translation>시나리오 파일 또는 타임라인(.jsonl)</translation>
    </message>
    <message>
        <source>Read an exported timeline, judge it and sum it up</source>
        <translation>내보낸 타임라인을 읽어 판정하고 요약하기</translation>
    </message>
    <message>
        <source>A timeline as JSON Lines</source>
        <translation>JSON Lines 형식의 타임라인</translation>
    </message>
    <message>
        <source>Print the summary as JSON</source>
        <translation>요약을 JSON으로 출력</translation>
    </message>
    <message>
        <source>Help: sessionarium-cli --help</source>
        <translation>도움말: sessionarium-cli --help</translation>
    </message>
    <message>
        <source>Computing: %1 %</source>
        <extracomment>Progress of a computation; %1 is a number from 0 to 100</extracomment>
        <translation>계산 중: %1 %</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a lesson. Lessons: %2.</source>
        <extracomment>%1 is what was typed, %2 a list of lessons</extracomment>
        <translation>‘%1’ 파일도 강의도 없습니다. 강의: %2.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>명령이 빠졌습니다.</translation>
    </message>
    <message>
        <source>The argument %1 is missing.</source>
        <extracomment>%1 is an argument&apos;s name such as SCENARIO</extracomment>
        <translation>%1 인자가 빠졌습니다.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>%1 옵션에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>The option %1 has too many values; give it once.</source>
        <translation>%1 옵션의 값이 너무 많습니다. 한 번만 적어 주십시오.</translation>
    </message>
    <message>
        <source>Not known here: %1.</source>
        <translation>여기서는 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>%1 옵션에는 값을 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>The command line cannot be read.</source>
        <translation>명령줄을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Sessionarium: what becomes of login sessions when one web server turns into many.</source>
        <translation>Sessionarium: 웹 서버가 한 대에서 여러 대가 될 때 로그인 세션에 일어나는 일을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>사용법</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인자</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>이 도움말 보기</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>버전 보기</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 the input was refused, 2 wrong usage, 3 an expectation did not hold, 4 output could not be written, 130 interrupted.</source>
        <translation>종료 코드: 0 정상 종료, 1 입력 거부, 2 잘못된 사용, 3 기대와 다름, 4 출력 실패, 130 중단.</translation>
    </message>
    <message>
        <source>Language of all messages; else that of the environment</source>
        <translation>모든 메시지의 언어. 적지 않으면 환경 설정의 언어</translation>
    </message>
    <message>
        <source>Session policy in place of the file&apos;s own</source>
        <translation>파일에 적힌 것 대신 쓸 세션 방식</translation>
    </message>
    <message>
        <source>Number of servers</source>
        <translation>서버 수</translation>
    </message>
    <message>
        <source>Seed of all random numbers</source>
        <translation>모든 난수의 시드</translation>
    </message>
    <message>
        <source>End the run earlier: 10s, 500ms, 20us</source>
        <translation>실행을 더 일찍 끝내기: 10s, 500ms, 20us</translation>
    </message>
    <message>
        <source>Replace a value of the scenario; may repeat</source>
        <translation>시나리오의 값 바꾸기. 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>Write the timeline; without FILE to standard output; may repeat</source>
        <translation>타임라인 내보내기. FILE이 없으면 표준 출력으로. 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>Begin CSV with a byte order mark, for spreadsheets</source>
        <translation>스프레드시트를 위해 CSV를 BOM으로 시작</translation>
    </message>
    <message>
        <source>Most records to keep; the run is cut there</source>
        <translation>보관할 최대 기록 수. 넘으면 실행을 끊음</translation>
    </message>
    <message>
        <source>Exit with 3 unless it holds, as in &apos;/outcomes/logged_out == 0&apos;; may repeat</source>
        <translation>성립하지 않으면 3으로 종료. 예: &apos;/outcomes/logged_out == 0&apos;. 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <extracomment>%1 is what was typed in place of a command</extracomment>
        <translation>%1 명령은 없습니다.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Print no summary and no progress</source>
        <translation>요약과 진행 상황을 출력하지 않음</translation>
    </message>
    <message>
        <source>The option %1 takes at most %2: %3.</source>
        <extracomment>%1 is an option such as --seed, %2 the greatest number for it, %3 what was typed</extracomment>
        <translation>%1 옵션의 값은 최대 %2입니다: %3.</translation>
    </message>
    <message>
        <source>An export would take the place of the file that is read: %1.</source>
        <translation>읽을 파일을 내보내기로 덮어쓰게 됩니다: %1.</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>User, request</source>
        <extracomment>Column of the table of events: the user, and the number of the request</extracomment>
        <translation>사용자, 요청</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1, slow</source>
        <extracomment>An outcome, as &quot;fine&quot;, that took long</extracomment>
        <translation>%1(느림)</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchDelegate</name>
    <message>
        <source>Name of the branch</source>
        <translation>갈래 이름</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchesModel</name>
    <message>
        <source>%1, is played</source>
        <extracomment>A branch of the run, for screen readers.</extracomment>
        <translation>%1, 재생 중</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::BranchesPanel</name>
    <message>
        <source>Branches</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>Play this branch</source>
        <translation>이 갈래 재생</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교할 갈래</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::branches::Comparison</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산하고 있습니다…</translation>
    </message>
    <message>
        <source>No difference up to the question that waits.</source>
        <translation>답을 기다리는 질문까지는 차이가 없습니다.</translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation>차이가 없습니다.</translation>
    </message>
    <message>
        <source>%1: to %2</source>
        <extracomment>Leads to the moment %2 of the branch %1.</extracomment>
        <translation>%1: %2 시점으로</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartChooser</name>
    <message>
        <source>Choice of the chart</source>
        <translation>차트 고르기</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartPaneItem</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>At the end of a chart&apos;s labels: so many lines have no label, for lack of room.</extracomment>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::charts::ChartsView</name>
    <message>
        <source>Computing… %1%</source>
        <extracomment>The figures of the charts are being computed; %1 is how much of that is done: &quot;45&quot;.</extracomment>
        <translation>계산하는 중… %1%</translation>
    </message>
    <message>
        <source>The chart was copied as a picture.</source>
        <translation>차트를 그림으로 복사했습니다.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 그림 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF 문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Save chart as picture</source>
        <translation>차트를 그림으로 저장</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Copy chart as picture</source>
        <translation>차트를 그림으로 복사</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::commands::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>무엇을 할까요?</translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation>모든 명령에서 찾기</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>이런 이름의 명령이 없습니다.</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::EventsModel</name>
    <message>
        <source>At the playhead: %1</source>
        <extracomment>For screen readers: %1 is a row of the table of events</extracomment>
        <translation>재생 위치: %1</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::EventsView</name>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Searching… %1%</source>
        <translation>검색 중… %1%</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>쓰는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n개 선택</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n found</source>
        <translation>
            <numerusform>중단함, %n개 찾음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>이벤트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n개 찾음</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet. Step or play on: every event appears here as it happens.</source>
        <translation>아직 아무 일도 없습니다. 다음으로 넘기거나 재생하면 일어나는 이벤트가 차례로 나타납니다.</translation>
    </message>
    <message>
        <source>Nothing up to the playhead matches. Look for something else, or show all events.</source>
        <translation>지금까지 일어난 일 가운데 조건에 맞는 것이 없습니다. 조건을 바꾸거나 모두 표시하십시오.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>모든 이벤트 표시</translation>
    </message>
    <message>
        <source>Too many to copy: export them.</source>
        <translation>복사하기에 너무 많습니다. 내보내기를 쓰십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n copied</source>
        <translation>
            <numerusform>%n개 복사함</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Go to this moment</source>
        <translation>이 시각으로 가기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <extracomment>%1 is a place, a user or a kind of event: the table then shows only those</extracomment>
        <translation>이것만: %1</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::events::FilterBar</name>
    <message>
        <source>All users</source>
        <translation>모든 사용자</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>모든 위치</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>모든 결과</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>이벤트 검색</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>모든 이벤트 표시</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV로 내보내기…</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::exporting::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>실행 내보내기</translation>
    </message>
    <message numerus="yes">
        <source>The whole branch that is played, %n record(s).</source>
        <translation>
            <numerusform>지금 재생하는 갈래 전체, 기록 %n개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Begin with a byte order mark, for spreadsheets</source>
        <translation>스프레드시트용 BOM 붙이기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>A table of the events, one line each; for spreadsheets and scripts.</source>
        <translation>이벤트가 한 줄에 하나씩 담긴 표입니다. 스프레드시트와 스크립트에 알맞습니다.</translation>
    </message>
    <message>
        <source>Everything, to be opened here again or to be read by other programs.</source>
        <translation>모든 내용이 담깁니다. 여기서 다시 열거나 다른 프로그램에서 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Requests, service and messages on one time axis; for Perfetto (ui.perfetto.dev).</source>
        <translation>요청, 처리, 메시지를 한 시간축에 담은 트레이스입니다. Perfetto(ui.perfetto.dev)에서 열립니다.</translation>
    </message>
    <message>
        <source>A sequence diagram as text, for pages that draw Mermaid. A long run is cut, and says where.</source>
        <translation>Mermaid를 그려 주는 문서에 넣는 시퀀스 다이어그램입니다. 긴 실행은 앞부분만 담고, 어디서 잘렸는지 적습니다.</translation>
    </message>
    <message>
        <source>The lanes as a picture, for slides and documents.</source>
        <translation>슬라이드와 문서에 넣을 수 있는 레인 그림입니다.</translation>
    </message>
    <message>
        <source>As it stands at the playhead, at %1.</source>
        <extracomment>%1 is a moment of the run.</extracomment>
        <translation>재생 위치 %1의 모습입니다.</translation>
    </message>
    <message>
        <source>The data hold the answer: they can be exported once the question is answered.</source>
        <translation>데이터에는 정답이 들어 있습니다. 질문에 답한 뒤에 내보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>내보낼 것</translation>
    </message>
    <message>
        <source>File: there already, it will be replaced</source>
        <translation>파일: 같은 이름의 파일이 있어 바뀝니다</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::exporting::PictureOptions</name>
    <message>
        <source>Shows</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>무대</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>크기(픽셀)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::help::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>도움말 찾기</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>도움말의 갈래</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Nothing in the help fits this.</source>
        <translation>맞는 내용이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %n</source>
        <translation>
            <numerusform>찾은 항목: %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::CauseStep</name>
    <message>
        <source>%1. %2: %3</source>
        <extracomment>A numbered sentence: %1 its number, %2 its time, %3 the sentence.</extracomment>
        <translation>%1. %2: %3</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::InspectorPanel</name>
    <message>
        <source>Nothing selected</source>
        <translation>선택한 것 없음</translation>
    </message>
    <message>
        <source>Click a user or a server to see what it knows.</source>
        <translation>사용자나 서버를 누르면 무엇을 알고 있는지 보입니다.</translation>
    </message>
    <message>
        <source>Fewer actions</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>More actions (%1)</source>
        <translation>동작 더 보기(%1)</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::SessionTable</name>
    <message>
        <source>%1 %2, %3, expires in %4</source>
        <extracomment>A session in a server&apos;s memory: %1 its label, %2 its version, %3 its user, %4 the time until it expires.</extracomment>
        <translation>%1 %2, %3, 만료까지 %4</translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation>세션 없음</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션 ID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>만료까지</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, stale</source>
        <translation>%1, 오래됨</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::SidesDialog</name>
    <message>
        <source>Cut into two sides</source>
        <translation>두 편으로 나누어 끊기</translation>
    </message>
    <message>
        <source>No message gets from one side to the other until you reconnect them. Who is on no side still reaches both.</source>
        <translation>연결을 복구할 때까지 두 편 사이에는 메시지가 오가지 않습니다. 어느 편도 아니면 양쪽과 계속 통합니다.</translation>
    </message>
    <message>
        <source>Side A</source>
        <translation>A편</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>어느 편도 아님</translation>
    </message>
    <message>
        <source>Side B</source>
        <translation>B편</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Put somebody on each side.</source>
        <translation>양쪽에 하나 이상 넣어야 합니다.</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::inspector::WhyPanel</name>
    <message>
        <source>Why?</source>
        <translation>왜 그럴까요?</translation>
    </message>
    <message>
        <source>When an answer is not what it should be, its causes stand here. A click on a mark of the timeline asks about any request.</source>
        <translation>응답이 기대와 다르면 그 원인이 여기에 나옵니다. 타임라인의 표시를 누르면 그 요청의 까닭을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Show on the stage</source>
        <translation>화면에 순서대로 표시하기</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::LessonPanel</name>
    <message>
        <source>Show me without choosing</source>
        <translation>고르지 않고 보기</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>직접 해 보기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Where one is in a lesson: %1 is the step, %2 the number of steps.</extracomment>
        <translation>%1 / %2단계</translation>
    </message>
    <message>
        <source>In practice: %1</source>
        <extracomment>%1: where the subject of the lesson is met outside the classroom.</extracomment>
        <translation>실제 사례: %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Choose with the keys %1, or</source>
        <extracomment>%1 are the digits of the options: &quot;1 2 3&quot;.</extracomment>
        <translation>%1 키로도 고를 수 있습니다</translation>
    </message>
    <message>
        <source>Skip ahead</source>
        <translation>단계 끝으로</translation>
    </message>
    <message>
        <source>Play step</source>
        <translation>단계 재생</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s run</source>
        <translation>원래 실행으로 돌아가기</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>다음 강의</translation>
    </message>
    <message>
        <source>The lesson tells of its own run.</source>
        <translation>강의의 글은 원래 실행을 설명합니다.</translation>
    </message>
    <message>
        <source>The lesson tells of its own run. Played now: %1.</source>
        <extracomment>%1: what somebody changed in the run, in a few words: &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation>강의의 글은 원래 실행을 설명합니다. 지금 실행에서 다른 점: %1.</translation>
    </message>
    <message>
        <source>Notes for the speaker</source>
        <translation>발표자 메모</translation>
    </message>
    <message>
        <source>Start the lesson over</source>
        <translation>처음부터 다시 하기</translation>
    </message>
    <message>
        <source>Notes for the speaker: they may tell the answer</source>
        <translation>발표자 메모: 답을 알려 줄 수 있습니다</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::PredictionCard</name>
    <message>
        <source>Make a prediction</source>
        <translation>예측하기</translation>
    </message>
    <message>
        <source>Prediction and outcome</source>
        <translation>예측과 결과</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is the digit that chooses the option, %2 its text.</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: what happened</source>
        <extracomment>%1 is the text of an option.</extracomment>
        <translation>%1: 실제 결과</translation>
    </message>
    <message>
        <source>%1: your guess, refuted</source>
        <translation>%1: 내 예측, 틀림</translation>
    </message>
    <message>
        <source>%1: your guess</source>
        <translation>%1: 내 예측</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::VoteCounter</name>
    <message>
        <source>Count no hands</source>
        <translation>세기 접기</translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation>손 든 사람 세기</translation>
    </message>
    <message>
        <source>Second vote</source>
        <translation>두 번째 투표</translation>
    </message>
    <message>
        <source>First vote</source>
        <translation>첫 투표</translation>
    </message>
    <message>
        <source>Vote again after a discussion</source>
        <translation>토론한 뒤 다시 투표하기</translation>
    </message>
    <message>
        <source>One hand less for %1</source>
        <extracomment>%1 is the digit of an answer.</extracomment>
        <translation>%1번 한 명 빼기</translation>
    </message>
    <message>
        <source>One hand more for %1</source>
        <extracomment>%1 is the digit of an answer.</extracomment>
        <translation>%1번 한 명 더하기</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::lesson::Votes</name>
    <message>
        <source>Hands: %1</source>
        <extracomment>Hands raised for an answer: %1 is a number, or two of them: &quot;12 → 20&quot;, before and after a discussion.</extracomment>
        <translation>손 든 사람: %1</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::LargeStage</name>
    <message>
        <source>Stage</source>
        <translation>무대</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <extracomment>A projected stage does not show everybody: %1 is how many more there are.</extracomment>
        <translation>외 %1</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::PresenterView</name>
    <message>
        <source>Played now: %1</source>
        <extracomment>A class looks at another run than the lesson&apos;s own; %1: what differs: &quot;Sticky · Server 2: Crash&quot;.</extracomment>
        <translation>지금 실행에서 다른 점: %1</translation>
    </message>
    <message>
        <source>The lesson is over · Esc leaves</source>
        <translation>강의 끝 · Esc 키로 나가기</translation>
    </message>
    <message>
        <source>Page Down ▸ next step</source>
        <translation>Page Down ▸ 다음 단계</translation>
    </message>
    <message>
        <source>Page Down ▸ play the step</source>
        <translation>Page Down ▸ 단계 재생</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::presenter::QuestionCard</name>
    <message>
        <source>%1: what happened</source>
        <extracomment>%1 is the text of an option.</extracomment>
        <translation>%1: 실제 결과</translation>
    </message>
    <message>
        <source>Hands up</source>
        <translation>손 들기</translation>
    </message>
    <message>
        <source>Next ▸ close the vote and run</source>
        <extracomment>What the clicker&apos;s one button does while a class is asked.</extracomment>
        <translation>다음 ▸ 투표를 닫고 실행</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::printing::PrintDialog</name>
    <message>
        <source>%1 could not be written.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Print the picture at the playhead</source>
        <translation>지금 시점의 화면 인쇄</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Stage and timeline</source>
        <translation>무대와 타임라인</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>무대</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지 방향</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>No printer was found. The pages can be saved as a PDF file.</source>
        <translation>프린터를 찾지 못했습니다. PDF 파일로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>The printer did not take the pages. They can be saved as a PDF file.</source>
        <translation>프린터에 보내지 못했습니다. PDF 파일로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::printing::PrintPreview</name>
    <message numerus="yes">
        <source>Preview, %n page(s)</source>
        <translation>
            <numerusform>미리 보기, %n쪽</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::stage::StageTools</name>
    <message>
        <source>Fit (%1%)</source>
        <extracomment>A button of the zoomed stage: back to all of it; %1 is the zoom in per cent.</extracomment>
        <translation>전체 보기 (%1%)</translation>
    </message>
    <message>
        <source>Show the whole stage (Ctrl+0)</source>
        <translation>무대 전체 보기(Ctrl+0)</translation>
    </message>
    <message>
        <source>As believed</source>
        <translation>각자 아는 대로</translation>
    </message>
    <message>
        <source>Shows what the balancer thinks of the servers and what the browsers show, instead of what is. Differences are marked.</source>
        <translation>실제 대신, 로드 밸런서가 보는 서버 상태와 브라우저 화면을 보여 줍니다. 실제와 다르면 표시합니다.</translation>
    </message>
    <message>
        <source>Add or change</source>
        <extracomment>A button of the stage: a menu of what can be added and changed.</extracomment>
        <translation>추가·변경</translation>
    </message>
    <message>
        <source>Add users and servers, cut connections, choose how sessions are shared</source>
        <translation>사용자와 서버를 추가하고, 연결을 끊고, 세션 공유 방식을 고릅니다</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::stage::StageView</name>
    <message>
        <source>Stage</source>
        <translation>무대</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesBar</name>
    <message>
        <source>All users</source>
        <translation>모든 사용자</translation>
    </message>
    <message>
        <source>Requests and answers</source>
        <translation>요청과 응답</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>헬스 체크</translation>
    </message>
    <message>
        <source>Session copies</source>
        <translation>세션 복제</translation>
    </message>
    <message>
        <source>Store traffic</source>
        <translation>저장소 통신</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>기본값으로</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>타임라인 검색</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>다음 결과</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Close, and show everything</source>
        <translation>닫고 모두 보기</translation>
    </message>
    <message>
        <source>Kinds</source>
        <extracomment>A button for the kinds of messages that are shown: %1 of four.</extracomment>
        <translation>종류</translation>
    </message>
    <message>
        <source>Kinds: %1</source>
        <translation>종류: %1</translation>
    </message>
    <message>
        <source>Kinds of messages</source>
        <translation>메시지 종류</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesPanel</name>
    <message>
        <source>Searching… %1%</source>
        <extracomment>%1 is how much was looked at: &quot;45&quot;.</extracomment>
        <translation>검색 중… %1%</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>결과 없음</translation>
    </message>
    <message>
        <source>Search and filter the timeline</source>
        <translation>타임라인 검색과 필터</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>타임라인 축소</translation>
    </message>
    <message>
        <source>Whole run on the timeline</source>
        <translation>타임라인에 전체 보기</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>타임라인 확대</translation>
    </message>
    <message>
        <source>Linear time</source>
        <translation>일정한 시간축</translation>
    </message>
    <message>
        <source>Time on the axis passes evenly. Back to the axis on which every message can be followed.</source>
        <translation>시간축의 간격이 일정합니다. 누르면 메시지를 하나씩 볼 수 있는 시간축으로 돌아갑니다.</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::LanesView</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Fold lanes</source>
        <translation>줄 접기</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s) folded · show all</source>
        <translation>
            <numerusform>%n줄 접힘 · 모두 보기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) folded · show all</source>
        <translation>
            <numerusform>%n명 접힘 · 모두 보기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more here)</source>
        <extracomment>Marks of the timeline that would overlap: %1 tells of the one that is shown.</extracomment>
        <translation>
            <numerusform>%1 (같은 자리에 %n개 더)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing up to the playhead matches the filter.</source>
        <extracomment>In place of the lanes.</extracomment>
        <translation>재생 위치까지 조건에 맞는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <extracomment>A mark of the timeline: %1 is a user, %2 an outcome, %3 a moment.</extracomment>
        <translation>%1: %2 · %3</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::timelineview::ScrubBar</name>
    <message>
        <source>Position</source>
        <translation>재생 위치</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::FirstMinute</name>
    <message>
        <source>Answers so far</source>
        <translation>지금까지의 결과</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>이번</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>One minute to begin with</source>
        <translation>먼저 1분만 보기</translation>
    </message>
    <message>
        <source>A click or the keys 1 2 3</source>
        <translation>클릭하거나 1 2 3 키로 고릅니다</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터 다시 보기</translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <extracomment>%1 is the number of the first lesson.</extracomment>
        <translation>%1강 시작</translation>
    </message>
    <message>
        <source>Build my own</source>
        <translation>직접 만들기</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::LessonGrid</name>
    <message>
        <source>Lesson %1</source>
        <extracomment>The number of a lesson.</extracomment>
        <translation>%1강</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <extracomment>How long a lesson takes.</extracomment>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::ResultRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a run, %2 what came of its requests: &quot;Before: logged out, fine&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::welcome::WelcomePage</name>
    <message>
        <source>What becomes of a log-in when one server turns into many?</source>
        <translation>서버가 여러 대로 늘어나면 로그인은 어떻게 될까요?</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>강의</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>빈 화면에서 시작하기</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>Go on with lesson %1, step %2</source>
        <extracomment>%1 is the number of a lesson, %2 that of one of its steps.</extracomment>
        <translation>%1강 %2단계부터 이어서 보기</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::BottomPanel</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>What was done otherwise stays: choose which course is played.</source>
        <translation>다르게 해 본 흐름도 그대로 남습니다. 재생할 갈래를 고릅니다.</translation>
    </message>
    <message>
        <source>Goes on once you have answered</source>
        <translation>예측을 고르면 이어집니다</translation>
    </message>
    <message>
        <source>View of the run</source>
        <extracomment>What the tabs below the stage are together, for assistive technology: timeline, charts, events.</extracomment>
        <translation>실행을 보는 방법</translation>
    </message>
    <message>
        <source>A question comes next</source>
        <translation>다음 단계에 질문이 있습니다</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>갈래</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::MainWindow</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Scenarios and timelines (*.json *.jsonl)</source>
        <translation>시나리오와 타임라인 (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>시나리오 (*.json)</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>파일을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>내보냈습니다: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장하기</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>여기서는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>열지 못한 파일: %1</translation>
    </message>
    <message>
        <source>The run was changed and is not saved.</source>
        <translation>바꾼 내용을 아직 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Opening… %1%</source>
        <extracomment>A file or a lesson is being read; %1 is how much of that is done: &quot;45&quot;.</extracomment>
        <translation>여는 중… %1%</translation>
    </message>
    <message>
        <source>Computing… %1%</source>
        <extracomment>A run is being computed; %1 is how much of it is done: &quot;45&quot;.</extracomment>
        <translation>계산하는 중… %1%</translation>
    </message>
    <message>
        <source>Now playing: %1.</source>
        <extracomment>%1 is what was tried: &quot;Five servers&quot;.</extracomment>
        <translation>지금 보는 실행: %1.</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>그림을 복사했습니다</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>프린터로 보냈습니다</translation>
    </message>
    <message>
        <source>What you do cannot be kept safe from a crash. Save it to a file.</source>
        <translation>비정상 종료에 대비해 보관할 수 없습니다. 파일로 저장해 주십시오.</translation>
    </message>
    <message>
        <source>The last run was not saved: %1 (%2)</source>
        <extracomment>%1 is the name of a run or of its file, %2 a date with a time.</extracomment>
        <translation>지난 실행이 저장되지 않았습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>It was set aside: %1</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>따로 옮겨 두었습니다: %1</translation>
    </message>
    <message>
        <source>A run that was not saved cannot be restored.</source>
        <translation>저장되지 않은 실행을 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>Deleted: %1. Ctrl+Z brings it back.</source>
        <extracomment>%1 is the name of a branch.</extracomment>
        <translation>지운 갈래: %1. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>Another program has changed this file since it was opened: %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>파일을 연 뒤에 다른 프로그램이 파일을 바꾸었습니다: %1</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장하기…</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::PolicySwitch</name>
    <message>
        <source>How sessions are shared</source>
        <translation>세션 공유 방식</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>세부 방식</translation>
    </message>
    <message>
        <source>None</source>
        <translation>공유 없음</translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation>스티키</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>클러스터링</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>세션 스토리지</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::TopBar</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>강의 목록</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>밝은 테마</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>어두운 테마</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Recorded timeline · %1</source>
        <extracomment>%1 is the name of the scenario that an exported timeline came from.</extracomment>
        <translation>기록된 타임라인 · %1</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <extracomment>%1 is the number of the lesson.</extracomment>
        <translation>%1강</translation>
    </message>
    <message>
        <source>Lesson %1 · %2</source>
        <extracomment>%1 is the number of the lesson, %2 its title, a question.</extracomment>
        <translation>%1강 · %2</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>발표 모드</translation>
    </message>
    <message>
        <source>Presenter mode (F5)</source>
        <translation>발표 모드(F5)</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::TransportBar</name>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>이벤트 하나 뒤로</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>왼쪽 화살표</translation>
    </message>
    <message>
        <source>One event forward</source>
        <translation>이벤트 하나 앞으로</translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation>오른쪽 화살표</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Details and causes</source>
        <translation>자세한 내용과 원인</translation>
    </message>
</context>
<context>
    <name>sessionarium::ui::window::WorkPage</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Answer the question first.</source>
        <translation>먼저 예측을 골라야 합니다.</translation>
    </message>
    <message>
        <source>Details and causes</source>
        <extracomment>What the tabs of the drawer are together, for assistive technology.</extracomment>
        <translation>자세한 내용과 원인</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>Session %1 is in the memory of %2 only.</source>
        <translation>%1 세션은 %2의 메모리에만 있습니다.</translation>
    </message>
    <message>
        <source>Session %1 is in the memory of %2.</source>
        <translation>%1 세션은 %2의 메모리에 있습니다.</translation>
    </message>
    <message>
        <source>%1 logs in at %2.</source>
        <translation>%1 님이 %2에서 로그인합니다.</translation>
    </message>
    <message>
        <source>%1 logs out at %2.</source>
        <translation>%1 님이 %2에서 로그아웃합니다.</translation>
    </message>
    <message>
        <source>%1 is told by %2 that it is stored: %3.</source>
        <extracomment>%1 a user, %2 a server, %3 what was put in: &quot;apple&quot;</extracomment>
        <translation>%1 님이 %2에서 저장 완료 응답을 받습니다: %3.</translation>
    </message>
    <message>
        <source>%1 is shown by %2: %3.</source>
        <extracomment>%1 a user, %2 a server, %3 what was put in: &quot;apple&quot;</extracomment>
        <translation>%1 님이 %2에서 값을 봅니다: %3.</translation>
    </message>
    <message>
        <source>Answer %1: on to the login page.</source>
        <translation>%1 응답을 받아 로그인 화면으로 갑니다.</translation>
    </message>
    <message>
        <source>Answer %1: an error page.</source>
        <translation>%1 응답을 받아 오류 화면이 보입니다.</translation>
    </message>
    <message>
        <source>Answer %1.</source>
        <translation>%1 응답을 받습니다.</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>다시 로그인해야 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) gone with it.</source>
        <translation>
            <numerusform>그 메모리의 세션 %n개가 사라집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 was confirmed and still exists; this answer does not know it.</source>
        <extracomment>%1 is what was confirmed: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation>완료 응답을 받은 ‘%1’ 기록이 남아 있는데, 이 응답은 그 기록을 모릅니다.</translation>
    </message>
    <message>
        <source>The %1 was shown before and still exists; this answer does not know it.</source>
        <extracomment>%1 is what was shown before: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation>전에 보았던 ‘%1’ 내용이 남아 있는데 이 응답에는 반영되지 않았습니다.</translation>
    </message>
    <message>
        <source>A later write of the same user shows, the earlier %1 does not.</source>
        <extracomment>%1 is what was written earlier: &quot;apple&quot;</extracomment>
        <translation>나중에 쓴 것은 보이는데 먼저 쓴 ‘%1’ 기록은 보이지 않습니다.</translation>
    </message>
    <message>
        <source>A write made after seeing the %1 shows without it.</source>
        <extracomment>%1 is what was read: &quot;apple&quot;</extracomment>
        <translation>‘%1’ 기록을 보고 쓴 것은 보이는데 정작 그 기록은 보이지 않습니다.</translation>
    </message>
    <message>
        <source>The %1 that was confirmed is nowhere any more.</source>
        <extracomment>%1 is what was confirmed: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation>완료 응답을 받은 ‘%1’ 기록이 이제 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>No proper answer came in time.</source>
        <translation>제때 정상 응답을 받지 못했습니다.</translation>
    </message>
    <message>
        <source>How did %1 get this answer?</source>
        <translation>%1 님의 응답은 어떻게 나왔을까요?</translation>
    </message>
    <message>
        <source>Why was %1 logged out?</source>
        <translation>%1 님의 로그인은 왜 풀렸을까요?</translation>
    </message>
    <message>
        <source>Why did %1 see an old value?</source>
        <translation>%1 님에게는 왜 옛값이 보였을까요?</translation>
    </message>
    <message>
        <source>Why did something vanish that %1 had stored?</source>
        <translation>%1 님이 저장한 것은 왜 사라졌을까요?</translation>
    </message>
    <message>
        <source>Why did %1 see an error?</source>
        <translation>%1 님에게는 왜 오류가 보였을까요?</translation>
    </message>
    <message>
        <source>Why was the revoked session of %1 accepted?</source>
        <translation>%1 님의 무효화된 세션은 왜 통과했을까요?</translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <extracomment>%1 is one or more guarantees: &quot;durability&quot;</extracomment>
        <translation>깨진 보장: %1</translation>
    </message>
    <message numerus="yes">
        <source>Why? Show the %n cause(s)</source>
        <translation>
            <numerusform>왜? 원인 %n개 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>로드 밸런서</translation>
    </message>
    <message>
        <source>Server %1</source>
        <extracomment>The name of a server; %1 is its number</extracomment>
        <translation>서버 %1</translation>
    </message>
    <message>
        <source>User %1</source>
        <extracomment>The name of a user; %1 is a number</extracomment>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Student %1</source>
        <extracomment>The name of one of many users; %1 is a number</extracomment>
        <translation>학생 %1</translation>
    </message>
    <message>
        <source>apple</source>
        <translation>사과</translation>
    </message>
    <message>
        <source>book</source>
        <translation>책</translation>
    </message>
    <message>
        <source>bread</source>
        <translation>빵</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>우유</translation>
    </message>
    <message>
        <source>pear</source>
        <translation>배</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>연필</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>표</translation>
    </message>
    <message>
        <source>None</source>
        <translation>공유 없음</translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation>스티키</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>직접 설정</translation>
    </message>
    <message>
        <source>log-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>cart</source>
        <translation>장바구니</translation>
    </message>
    <message>
        <source>read</source>
        <extracomment>Noun: a request that reads</extracomment>
        <translation>읽기</translation>
    </message>
    <message>
        <source>write</source>
        <extracomment>Noun: a request that writes</extracomment>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>log-out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>login page</source>
        <translation>로그인 화면</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>로그인하기</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>Button: send a request that reads</extracomment>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Write</source>
        <extracomment>Button: send a request that puts something into the session</extracomment>
        <translation>담기</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>로그아웃하기</translation>
    </message>
    <message>
        <source>Delete the session cookie</source>
        <translation>세션 쿠키 지우기</translation>
    </message>
    <message>
        <source>Send an unknown id</source>
        <translation>없는 세션 ID로 요청하기</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>다운시키기</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 켜기</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>서버 추가하기</translation>
    </message>
    <message>
        <source>request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>cookie pin</source>
        <translation>쿠키 고정</translation>
    </message>
    <message>
        <source>round robin</source>
        <translation>라운드 로빈</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>로그인됨</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>로그인 안 됨</translation>
    </message>
    <message>
        <source>healthy</source>
        <extracomment>State of a server</extracomment>
        <translation>정상</translation>
    </message>
    <message>
        <source>down</source>
        <extracomment>State of a server</extracomment>
        <translation>다운</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Balancer</source>
        <extracomment>Short for load balancer, where there is little room</extracomment>
        <translation>로드 밸런서</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The file is too large: %1 bytes; at most %2 bytes are read.</source>
        <translation>파일이 너무 큽니다: %1바이트. %2바이트까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8.</source>
        <translation>올바른 UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>This is not valid JSON. Found: %1.</source>
        <translation>올바른 JSON이 아닙니다. 발견한 것: %1.</translation>
    </message>
    <message>
        <source>Nested too deeply; at most %1 levels are read.</source>
        <translation>너무 깊이 중첩되어 있습니다. %1단계까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The field “%1” stands here twice.</source>
        <translation>‘%1’ 필드가 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>This is no such file: “format” is missing; needed: %1.</source>
        <translation>다른 종류의 파일입니다. ‘format’ 필드가 없습니다. 필요한 값: %1.</translation>
    </message>
    <message>
        <source>Another format: %1; needed: %2.</source>
        <translation>다른 형식입니다: %1. 필요한 형식: %2.</translation>
    </message>
    <message>
        <source>A version that this program does not read: %1; it reads: %2.</source>
        <translation>이 프로그램이 읽지 못하는 버전입니다: %1. 읽을 수 있는 버전: %2.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Fields here: %2.</source>
        <translation>‘%1’ 필드는 없습니다. 여기에 올 수 있는 필드: %2.</translation>
    </message>
    <message>
        <source>The field “%1” is missing.</source>
        <translation>‘%1’ 필드가 빠졌습니다.</translation>
    </message>
    <message>
        <source>Wrong type: %1; needed: %2.</source>
        <translation>타입이 맞지 않습니다: %1. 필요한 타입: %2.</translation>
    </message>
    <message>
        <source>Not a whole number: %1.</source>
        <translation>정수가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>Out of range: %1; allowed: %2.</source>
        <translation>범위를 벗어났습니다: %1. 허용 범위: %2.</translation>
    </message>
    <message>
        <source>Not allowed here: “%1”. Allowed: %2.</source>
        <translation>여기에 올 수 없는 값입니다: ‘%1’. 허용되는 값: %2.</translation>
    </message>
    <message>
        <source>Not an id: “%1”. Allowed: lower-case letters, digits and hyphens, 1 to 64 characters.</source>
        <translation>ID로 쓸 수 없습니다: ‘%1’. 영문 소문자, 숫자, 하이픈으로 1~64자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The id “%1” is taken already.</source>
        <translation>‘%1’ ID는 이미 쓰이고 있습니다.</translation>
    </message>
    <message>
        <source>There is nothing called “%1”.</source>
        <translation>‘%1’ ID를 가진 것이 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing called “%1”. There is: %2.</source>
        <translation>‘%1’ ID를 가진 것이 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>Too many: %1; at most %2.</source>
        <translation>너무 많습니다: %1. 최대 %2까지 됩니다.</translation>
    </message>
    <message>
        <source>Too few: %1; at least %2.</source>
        <translation>너무 적습니다: %1. 최소 %2부터 됩니다.</translation>
    </message>
    <message>
        <source>“%1” and “%2” cannot stand together.</source>
        <translation>‘%1’ 항목과 ‘%2’ 항목은 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” leads back to itself.</source>
        <translation>‘%1’ 항목이 자기 자신으로 되돌아옵니다.</translation>
    </message>
    <message>
        <source>The time %1 is not after the one before it, %2.</source>
        <translation>시각 %1 값이 바로 앞 시각 %2보다 늦지 않습니다.</translation>
    </message>
    <message>
        <source>The time %1 µs lies outside the run, which lasts %2 µs.</source>
        <translation>시각 %1 µs 값이 실행 길이 %2 µs 밖에 있습니다.</translation>
    </message>
    <message>
        <source>There is no scenario value at “%1”.</source>
        <translation>‘%1’ 위치에는 시나리오 값이 없습니다.</translation>
    </message>
    <message>
        <source>The file is cut off: its last line is missing.</source>
        <translation>파일이 잘렸습니다. 마지막 줄이 없습니다.</translation>
    </message>
    <message>
        <source>Not a record of a timeline: %1.</source>
        <translation>타임라인의 기록이 아닙니다: %1.</translation>
    </message>
    <message>
        <source>The file has %1 records; its last line says %2.</source>
        <translation>파일에 있는 기록은 %1개인데 마지막 줄에는 %2개라고 적혀 있습니다.</translation>
    </message>
    <message>
        <source>The records were changed: their fingerprint is %1; the last line says %2.</source>
        <translation>기록이 바뀌었습니다. 계산한 지문: %1, 마지막 줄의 지문: %2.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>파일을 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>The file could not be written (%1).</source>
        <extracomment>%1 is the reason as the operating system words it</extracomment>
        <translation>파일을 쓸 수 없었습니다(%1).</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>%1행 %2열</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>%1 spreads the requests from now on.</source>
        <translation>%1에서 요청을 나누어 보내기 시작합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 joins; it serves %n request(s) at a time.</source>
        <translation>
            <numerusform>%1 참여: 요청을 동시에 %n개까지 처리합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>User action: %1 logs in.</source>
        <translation>사용자 동작: %1 님이 로그인합니다.</translation>
    </message>
    <message>
        <source>User action: %1 opens the page.</source>
        <translation>사용자 동작: %1 님이 페이지를 엽니다.</translation>
    </message>
    <message>
        <source>User action: %1 stores something.</source>
        <translation>사용자 동작: %1 님이 내용을 저장합니다.</translation>
    </message>
    <message>
        <source>User action: %1 logs out.</source>
        <translation>사용자 동작: %1 님이 로그아웃합니다.</translation>
    </message>
    <message>
        <source>User action: %1 sends an id that no server issued.</source>
        <translation>사용자 동작: %1 님이 아무 서버도 발급하지 않은 세션 ID를 보냅니다.</translation>
    </message>
    <message>
        <source>Operator action: crash %1.</source>
        <translation>운영자 동작: %1 다운시키기.</translation>
    </message>
    <message>
        <source>Operator action: restart %1.</source>
        <translation>운영자 동작: %1 다시 켜기.</translation>
    </message>
    <message>
        <source>Operator action: add a server.</source>
        <translation>운영자 동작: 서버 추가하기.</translation>
    </message>
    <message>
        <source>Not possible here, nothing happens: %1.</source>
        <extracomment>%1 is the name of an action, as on its button</extracomment>
        <translation>여기서는 할 수 없어 아무 일도 일어나지 않습니다: %1.</translation>
    </message>
    <message>
        <source>The request carries no session cookie.</source>
        <translation>세션 쿠키는 없습니다.</translation>
    </message>
    <message>
        <source>The request carries session %1.</source>
        <translation>%1 세션의 쿠키를 함께 보냅니다.</translation>
    </message>
    <message>
        <source>It gets lost on the way.</source>
        <translation>가는 도중에 사라집니다.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>가는 데 %1 걸립니다.</translation>
    </message>
    <message>
        <source>%1 chooses %2: its turn.</source>
        <translation>%1에서 차례에 따라 요청을 %2에 보냅니다.</translation>
    </message>
    <message>
        <source>%1 follows the pin to %2.</source>
        <translation>%1에서 고정에 따라 요청을 %2에 보냅니다.</translation>
    </message>
    <message>
        <source>%1 ignores the pin to %3, which is down, and chooses %2.</source>
        <translation>%1에서 고정과 달리 요청을 %2에 보냅니다: %3 다운.</translation>
    </message>
    <message>
        <source>%1 cannot connect to %3 and chooses %2 instead.</source>
        <translation>%3에 연결하지 못해 %1에서 %2 쪽으로 다시 보냅니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: refused (attempt %3).</source>
        <translation>%1에서 %2에 연결하지 못했습니다: 연결 거부(%3번째 시도).</translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: no answer (attempt %3).</source>
        <translation>%1에서 %2에 연결하지 못했습니다: 응답 없음(%3번째 시도).</translation>
    </message>
    <message>
        <source>Next attempt in %1.</source>
        <translation>%1 뒤에 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The connection from %1 to %2 breaks before the answer.</source>
        <translation>응답이 오기 전에 %1에서 %2까지의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2 itself: there is no server.</source>
        <translation>%1에서 직접 %2 응답을 보냅니다: 보낼 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server cannot be reached.</source>
        <translation>%1에서 직접 %2 응답을 보냅니다: 서버에 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server broke off.</source>
        <translation>%1에서 직접 %2 응답을 보냅니다: 서버와의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2 at once: its queue is full.</source>
        <translation>%1에서 바로 %2 응답을 보냅니다: 대기열이 꽉 찼습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The request waits at %1; %n in the queue.</source>
        <translation>
            <numerusform>%1의 대기열에서 요청이 기다립니다. 기다리는 요청은 모두 %n개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 starts to serve the request.</source>
        <translation>%1에서 요청 처리를 시작합니다.</translation>
    </message>
    <message>
        <source>%1 has served the request: %2.</source>
        <extracomment>%2 is an HTTP status</extracomment>
        <translation>%1에서 요청 처리를 마쳤습니다: %2.</translation>
    </message>
    <message>
        <source>%1 makes session %2 for %3.</source>
        <extracomment>%2 is a session&apos;s label such as A1, %3 a user</extracomment>
        <translation>%1에 %3 님의 %2 세션이 생깁니다.</translation>
    </message>
    <message>
        <source>%1 finds session %2.</source>
        <translation>%1에서 %2 세션을 찾았습니다.</translation>
    </message>
    <message>
        <source>%1 has no session %2.</source>
        <translation>%1에는 %2 세션이 없습니다.</translation>
    </message>
    <message>
        <source>%1 drops session %2: expired.</source>
        <translation>%1에서 %2 세션을 지웁니다: 세션 만료.</translation>
    </message>
    <message>
        <source>%1 writes into session %2: %3.</source>
        <extracomment>%2 is a session&apos;s label, %3 what is put in: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation>%1에서 %2 세션에 기록합니다: %3.</translation>
    </message>
    <message>
        <source>The browser of %1 keeps cookie %2: %3.</source>
        <translation>%1 님의 브라우저에 %2 쿠키가 저장됩니다: %3.</translation>
    </message>
    <message>
        <source>The browser of %1 deletes cookie %2.</source>
        <translation>%1 님의 브라우저에서 %2 쿠키가 지워집니다.</translation>
    </message>
    <message>
        <source>%1 sees an error: %2.</source>
        <extracomment>%2 is an HTTP status</extracomment>
        <translation>%1 님에게 오류가 보입니다: %2.</translation>
    </message>
    <message>
        <source>%1 gets %2 and is recognised.</source>
        <translation>%1 님이 %2 응답을 받습니다: 로그인된 상태입니다.</translation>
    </message>
    <message>
        <source>%1 gets %2: a stranger to the server.</source>
        <translation>%1 님이 %2 응답을 받습니다: 서버가 누구인지 알아보지 못합니다.</translation>
    </message>
    <message>
        <source>%1 gets %2 and is sent to the login page.</source>
        <translation>%1 님이 %2 응답을 받고 로그인 화면으로 갑니다.</translation>
    </message>
    <message>
        <source>%1 gets %2.</source>
        <translation>%1 님이 %2 응답을 받습니다.</translation>
    </message>
    <message>
        <source>%1 gives up: no connection.</source>
        <translation>%1 님의 요청이 실패합니다: 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 gives up: the connection broke.</source>
        <translation>%1 님의 요청이 실패합니다: 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>%1 gives up: no answer in time.</source>
        <translation>%1 님의 요청이 실패합니다: 제때 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 goes down, and all that was in its memory is gone.</source>
        <translation>%1 다운. 메모리에 있던 것이 모두 사라집니다.</translation>
    </message>
    <message>
        <source>%1 runs again, with empty memory.</source>
        <translation>%1 다시 켜짐. 메모리는 비어 있습니다.</translation>
    </message>
    <message>
        <source>The run is cut here: the limit of records is reached.</source>
        <translation>기록 수가 한도에 이르러 실행이 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>%1 asks to log in.</source>
        <translation>%1 님이 로그인을 요청합니다.</translation>
    </message>
    <message>
        <source>%1 asks for the page.</source>
        <translation>%1 님이 페이지를 요청합니다.</translation>
    </message>
    <message>
        <source>%1 asks to put into the %2: %3.</source>
        <extracomment>%2 is an attribute such as &quot;cart&quot;, %3 what is put in: &quot;apple&quot;</extracomment>
        <translation>%1 님이 %2에 담기를 요청합니다: %3.</translation>
    </message>
    <message>
        <source>%1 asks to log out.</source>
        <translation>%1 님이 로그아웃을 요청합니다.</translation>
    </message>
    <message>
        <source>%1 asks for the login page.</source>
        <translation>%1 님이 로그인 화면을 요청합니다.</translation>
    </message>
    <message>
        <source>The request goes on from %1 to %2.</source>
        <translation>요청이 %1에서 %2 쪽으로 갑니다.</translation>
    </message>
    <message>
        <source>The response goes from %1 to %2.</source>
        <translation>응답이 %1에서 %2 쪽으로 갑니다.</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>참여</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>할 수 없음</translation>
    </message>
    <message>
        <source>Request made</source>
        <translation>요청 시작</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>요청 보냄</translation>
    </message>
    <message>
        <source>Response sent</source>
        <translation>응답 보냄</translation>
    </message>
    <message>
        <source>Message dropped</source>
        <translation>메시지 버려짐</translation>
    </message>
    <message>
        <source>Server chosen</source>
        <translation>서버 선택</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>연결 실패</translation>
    </message>
    <message>
        <source>Connection broken</source>
        <translation>연결 끊어짐</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Service started</source>
        <translation>처리 시작</translation>
    </message>
    <message>
        <source>Service ended</source>
        <translation>처리 완료</translation>
    </message>
    <message>
        <source>No cookie</source>
        <translation>쿠키 없음</translation>
    </message>
    <message>
        <source>Session made</source>
        <translation>세션 생성</translation>
    </message>
    <message>
        <source>Session found</source>
        <translation>세션 찾음</translation>
    </message>
    <message>
        <source>Session missing</source>
        <translation>세션 없음</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>세션 지워짐</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>값 보임</translation>
    </message>
    <message>
        <source>Cookie kept</source>
        <translation>쿠키 저장</translation>
    </message>
    <message>
        <source>Cookie deleted</source>
        <translation>쿠키 지움</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>응답 받음</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>요청 실패</translation>
    </message>
    <message>
        <source>Went down</source>
        <translation>다운</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>다시 켜짐</translation>
    </message>
    <message>
        <source>Cut here</source>
        <translation>여기서 잘림</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>세션 방식</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>%1 (and %2 unfinished)</source>
        <translation>%1 (끝나지 않은 요청 %2)</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>가용성</translation>
    </message>
    <message>
        <source>Session availability</source>
        <translation>세션 가용성</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>median %1, p95 %2, p99 %3, longest %4</source>
        <translation>중앙값 %1, p95 %2, p99 %3, 최대 %4</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Guarantees broken (requests)</source>
        <translation>깨진 보장(요청 수)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>마지막 상태</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>깨진 보장</translation>
    </message>
    <message numerus="yes">
        <source>and %n more user(s)</source>
        <translation>
            <numerusform>그 밖에 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>longest queue</source>
        <translation>최대 대기열</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>session memory</source>
        <translation>세션 메모리</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A moment of the run: %1 is seconds with two decimals</extracomment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>로그인 풀림</translation>
    </message>
    <message>
        <source>stale read</source>
        <translation>오래된 값 읽음</translation>
    </message>
    <message>
        <source>lost update</source>
        <translation>갱신 손실</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>accepted after revocation</source>
        <translation>무효화 뒤 통과</translation>
    </message>
    <message>
        <source>read your writes</source>
        <translation>내가 쓴 값 읽기</translation>
    </message>
    <message>
        <source>monotonic reads</source>
        <translation>단조 읽기</translation>
    </message>
    <message>
        <source>monotonic writes</source>
        <translation>단조 쓰기</translation>
    </message>
    <message>
        <source>writes follow reads</source>
        <translation>읽은 뒤 쓰기</translation>
    </message>
    <message>
        <source>durability</source>
        <translation>지속성</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>가용성</translation>
    </message>
    <message>
        <source>What I stored, I can read next.</source>
        <translation>내가 저장한 것은 다음에 내가 읽을 때 보여야 합니다.</translation>
    </message>
    <message>
        <source>What I have seen never goes back.</source>
        <translation>한번 본 새 값이 다음에 옛값으로 돌아가지 않아야 합니다.</translation>
    </message>
    <message>
        <source>My writes apply everywhere in my order.</source>
        <translation>내가 쓴 순서대로 모든 서버에 적용되어야 합니다.</translation>
    </message>
    <message>
        <source>What I wrote after reading never shows up before what I read.</source>
        <translation>보고 나서 쓴 것은 본 것보다 먼저 나타나지 않아야 합니다.</translation>
    </message>
    <message>
        <source>What was confirmed survives failures.</source>
        <translation>저장했다고 답한 것은 장애가 나도 남는 성질입니다.</translation>
    </message>
    <message>
        <source>A request gets a proper answer in time.</source>
        <translation>요청을 보내면 제때 정상 응답을 받아야 합니다.</translation>
    </message>
    <message>
        <source>%1: whole</source>
        <extracomment>Tooltip of a lamp; %1 is a guarantee such as &quot;durability&quot;</extracomment>
        <translation>%1: 지켜짐</translation>
    </message>
    <message>
        <source>%1: broken at %2</source>
        <extracomment>Tooltip of a lamp; %1 is a guarantee such as &quot;durability&quot;, %2 a time</extracomment>
        <translation>%1: %2에 깨짐</translation>
    </message>
    <message>
        <source>%1 fine</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>정상 %1</translation>
    </message>
    <message>
        <source>%1 logged out</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>로그인 풀림 %1</translation>
    </message>
    <message>
        <source>%1 stale</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>오래된 값 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n lost update(s)</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>
            <numerusform>갱신 손실 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>
            <numerusform>오류 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 accepted after revocation</source>
        <extracomment>Part of a line of counts</extracomment>
        <translation>무효화 뒤 통과 %1</translation>
    </message>
    <message>
        <source>availability %1</source>
        <extracomment>End of a line of counts; %1 is a percentage</extracomment>
        <translation>가용성 %1</translation>
    </message>
    <message>
        <source>%1, but slow</source>
        <translation>%1, 느림</translation>
    </message>
    <message>
        <source>%1, %2: %3 (no answer)</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …), %3 the outcome</extracomment>
        <translation>%1 님, %2: %3(응답 없음)</translation>
    </message>
    <message>
        <source>%1, %2: %3 (%4)</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …), %3 the outcome, %4 the HTTP status</extracomment>
        <translation>%1 님, %2: %3(%4)</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>참 또는 거짓</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Not allowed here: “%1”.</source>
        <translation>여기에 올 수 없는 값입니다: ‘%1’.</translation>
    </message>
    <message>
        <source>%1 goes down.</source>
        <translation>%1 다운.</translation>
    </message>
    <message>
        <source>Not a record of a timeline: %1. Allowed: %2.</source>
        <extracomment>%1 is a field of the format, %2 what may stand in it</extracomment>
        <translation>타임라인의 기록이 아닙니다: %1. 허용되는 값: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What somebody did: %1 is a server or a user, %2 an action of the menu. &quot;Server 2: Crash&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <comment>what differs in a run</comment>
        <translation>
            <numerusform>서버 %n대</numerusform>
        </translation>
    </message>
    <message>
        <source>other values</source>
        <translation>다른 설정값</translation>
    </message>
    <message numerus="yes">
        <source>%n more action(s)</source>
        <translation>
            <numerusform>그 밖의 동작 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut here: what comes after %1 is left out.</source>
        <extracomment>In an exported picture; %1 is a time such as 00:12.400</extracomment>
        <translation>여기서 잘림: %1 뒤의 내용은 담지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more lane(s) not shown</source>
        <extracomment>In an exported picture</extracomment>
        <translation>
            <numerusform>표시하지 않은 레인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>other message</source>
        <extracomment>Legend of an exported picture: any message that is no request and no response</extracomment>
        <translation>그 밖의 메시지</translation>
    </message>
    <message>
        <source>lost or failed</source>
        <extracomment>Legend of an exported picture: a message that was lost, or a connection that failed</extracomment>
        <translation>유실 또는 실패</translation>
    </message>
    <message>
        <source>shortened pause</source>
        <extracomment>Legend of an exported picture: an idle span of time that is drawn shorter</extracomment>
        <translation>줄여 그린 구간</translation>
    </message>
    <message>
        <source>connection refused</source>
        <extracomment>On an arrow of a diagram</extracomment>
        <translation>연결 거부</translation>
    </message>
    <message>
        <source>no answer</source>
        <extracomment>On an arrow of a diagram</extracomment>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Read without logging in</source>
        <translation>로그인 없이 읽기</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>주소 바꾸기</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>느리게 만들기</translation>
    </message>
    <message>
        <source>Let it hang</source>
        <translation>응답 없게 만들기</translation>
    </message>
    <message>
        <source>Cut the power</source>
        <translation>전원 끊기</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>드레인</translation>
    </message>
    <message>
        <source>Move the pin</source>
        <translation>고정 옮기기</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>서버 빼기</translation>
    </message>
    <message>
        <source>Change the capacity</source>
        <translation>성능 바꾸기</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>사용자 추가하기</translation>
    </message>
    <message>
        <source>Add to the cluster</source>
        <translation>클러스터에 넣기</translation>
    </message>
    <message>
        <source>Delete the session</source>
        <translation>세션 지우기</translation>
    </message>
    <message>
        <source>Crash the store</source>
        <translation>저장소 다운시키기</translation>
    </message>
    <message>
        <source>Restart the store</source>
        <translation>저장소 다시 켜기</translation>
    </message>
    <message>
        <source>User action: %1 deletes a cookie.</source>
        <translation>사용자 동작: %1 님이 쿠키를 지웁니다.</translation>
    </message>
    <message>
        <source>User action: %1 opens the page without the session cookie.</source>
        <translation>사용자 동작: %1 님이 세션 쿠키 없이 페이지를 엽니다.</translation>
    </message>
    <message>
        <source>User action: %1 gets another address.</source>
        <translation>사용자 동작: %1 님의 주소가 바뀝니다.</translation>
    </message>
    <message>
        <source>User action: %1 opens another tab.</source>
        <translation>사용자 동작: %1 님이 새 탭을 엽니다.</translation>
    </message>
    <message>
        <source>User action: cookies are copied into the browser of %1.</source>
        <translation>사용자 동작: 쿠키를 %1 님의 브라우저로 복사합니다.</translation>
    </message>
    <message>
        <source>Operator action: slow down %1.</source>
        <translation>운영자 동작: %1 느리게 만들기.</translation>
    </message>
    <message>
        <source>Operator action: cut the power of %1.</source>
        <translation>운영자 동작: %1 전원 끊기.</translation>
    </message>
    <message>
        <source>Operator action: cut the connection of %1.</source>
        <translation>운영자 동작: %1 연결 끊기.</translation>
    </message>
    <message>
        <source>Operator action: restore the connection of %1.</source>
        <translation>운영자 동작: %1 연결 복구하기.</translation>
    </message>
    <message>
        <source>Operator action: move a pinned user to another server.</source>
        <translation>운영자 동작: 고정된 사용자를 다른 서버로 옮기기.</translation>
    </message>
    <message>
        <source>Operator action: remove %1.</source>
        <translation>운영자 동작: %1 빼기.</translation>
    </message>
    <message>
        <source>Operator action: change the capacity of %1.</source>
        <translation>운영자 동작: %1 성능 바꾸기.</translation>
    </message>
    <message>
        <source>Operator action: add a user.</source>
        <translation>운영자 동작: 사용자 추가하기.</translation>
    </message>
    <message>
        <source>Operator action: delete a session in %1.</source>
        <translation>운영자 동작: %1에서 세션 지우기.</translation>
    </message>
    <message>
        <source>A copy waits in %1, and dies with it.</source>
        <translation>보낼 사본이 %1에서 기다립니다. 다운되면 함께 사라집니다.</translation>
    </message>
    <message>
        <source>A copy is on its way, whatever becomes of %1.</source>
        <translation>사본이 이미 떠나 %1의 상태와 상관없이 갑니다.</translation>
    </message>
    <message>
        <source>A copy waits in %1 to be applied.</source>
        <translation>사본이 %1에 도착해 반영을 기다립니다.</translation>
    </message>
    <message>
        <source>A copy is on the disk of %1.</source>
        <translation>사본이 %1의 디스크에 있습니다.</translation>
    </message>
    <message>
        <source>The request was faster.</source>
        <translation>요청이 더 빨랐습니다.</translation>
    </message>
    <message>
        <source>It had not left when the request came.</source>
        <translation>요청이 왔을 때 아직 떠나지 않은 상태였습니다.</translation>
    </message>
    <message>
        <source>It had arrived, but was not applied when the request came.</source>
        <translation>도착했지만 요청이 왔을 때 아직 반영되지 않은 상태였습니다.</translation>
    </message>
    <message>
        <source>From then on it was told of no change.</source>
        <translation>그 뒤로는 변경을 받지 못했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n failed check(s) led to that.</source>
        <translation>
            <numerusform>헬스 체크가 %n번 실패했기 때문입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 loses power.</source>
        <translation>%1 전원 끊김.</translation>
    </message>
    <message>
        <source>%1 leaves for good.</source>
        <translation>%1 빠짐.</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <extracomment>%1 is a kind of message such as &quot;replication: change&quot;</extracomment>
        <translation>%1 보냄</translation>
    </message>
    <message>
        <source>Message arrived</source>
        <translation>메시지 도착</translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation>주소 바뀜</translation>
    </message>
    <message>
        <source>Tab opened</source>
        <translation>탭 열림</translation>
    </message>
    <message>
        <source>Capacity changed</source>
        <translation>성능 바뀜</translation>
    </message>
    <message>
        <source>Hangs</source>
        <translation>멈춤(응답 없음)</translation>
    </message>
    <message>
        <source>Power cut</source>
        <translation>전원 끊김</translation>
    </message>
    <message>
        <source>Takes requests</source>
        <translation>요청 받기 시작</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>빠짐</translation>
    </message>
    <message>
        <source>Connection cut</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Connection restored</source>
        <translation>연결 복구</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>헬스 체크 실패</translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation>헬스 체크 성공</translation>
    </message>
    <message>
        <source>Health decided</source>
        <translation>서버 상태 판단</translation>
    </message>
    <message>
        <source>Pin moved</source>
        <translation>고정 옮김</translation>
    </message>
    <message>
        <source>Session refreshed</source>
        <translation>세션 사용 시각 갱신</translation>
    </message>
    <message>
        <source>Copy received</source>
        <translation>사본 받음</translation>
    </message>
    <message>
        <source>Value received</source>
        <translation>값 받음</translation>
    </message>
    <message>
        <source>Session id changed</source>
        <translation>세션 ID 바뀜</translation>
    </message>
    <message>
        <source>Replication waiting</source>
        <translation>복제 대기</translation>
    </message>
    <message>
        <source>Waiting for confirmation</source>
        <translation>확인 대기</translation>
    </message>
    <message>
        <source>No confirmation</source>
        <translation>확인 없음</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>클러스터에 들어옴</translation>
    </message>
    <message>
        <source>Member dropped</source>
        <translation>클러스터에서 빠짐</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Log flushed</source>
        <translation>로그 디스크 기록</translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation>승격</translation>
    </message>
    <message>
        <source>Became a replica</source>
        <translation>복제본이 됨</translation>
    </message>
    <message>
        <source>Store switched</source>
        <translation>저장소 전환</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>health check</source>
        <translation>헬스 체크</translation>
    </message>
    <message>
        <source>replication: new session</source>
        <translation>복제: 새 세션</translation>
    </message>
    <message>
        <source>replication: change</source>
        <translation>복제: 변경</translation>
    </message>
    <message>
        <source>replication: last use</source>
        <translation>복제: 사용 시각</translation>
    </message>
    <message>
        <source>replication: end of a session</source>
        <translation>복제: 세션 끝</translation>
    </message>
    <message>
        <source>replication: new session id</source>
        <translation>복제: 새 세션 ID</translation>
    </message>
    <message>
        <source>initial synchronisation</source>
        <translation>초기 동기화</translation>
    </message>
    <message>
        <source>replication: whole session</source>
        <translation>복제: 세션 전체</translation>
    </message>
    <message>
        <source>replication: session’s place</source>
        <translation>복제: 세션 위치</translation>
    </message>
    <message>
        <source>replication: confirmation</source>
        <translation>복제: 확인</translation>
    </message>
    <message>
        <source>store: load</source>
        <translation>저장소: 읽기</translation>
    </message>
    <message>
        <source>store: save</source>
        <translation>저장소: 저장</translation>
    </message>
    <message>
        <source>store: delete</source>
        <translation>저장소: 삭제</translation>
    </message>
    <message>
        <source>store: reply</source>
        <translation>저장소: 응답</translation>
    </message>
    <message>
        <source>pin by source IP</source>
        <translation>출발지 IP 고정</translation>
    </message>
    <message>
        <source>hung</source>
        <extracomment>State of a server</extracomment>
        <translation>멈춤(응답 없음)</translation>
    </message>
    <message>
        <source>no power</source>
        <extracomment>State of a server</extracomment>
        <translation>전원 끊김</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>What of a store outlives it</extracomment>
        <translation>없음</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>log, flushed each second</source>
        <translation>로그(1초마다 디스크 기록)</translation>
    </message>
    <message>
        <source>everything (disk database)</source>
        <translation>전부(디스크 기반 DB)</translation>
    </message>
    <message>
        <source>%1 answers %2 itself: the server does not answer.</source>
        <translation>%1에서 직접 %2 응답을 보냅니다: 서버의 응답이 없습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2: the session ended meanwhile.</source>
        <translation>%1에서 %2 응답을 보냅니다: 그사이에 세션이 끝났습니다.</translation>
    </message>
    <message>
        <source>%1 holds a copy of session %2, still empty.</source>
        <translation>%1에 %2 세션의 빈 사본이 생깁니다.</translation>
    </message>
    <message>
        <source>%1 drops session %2: replaced by the data of the primary.</source>
        <translation>%1에서 %2 세션을 지웁니다: 원본의 데이터로 대체.</translation>
    </message>
    <message>
        <source>%1 has the address %2 from now on.</source>
        <translation>%1 님의 주소는 이제부터 %2입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n tab(s) open, with the same cookies.</source>
        <translation>
            <numerusform>%1 님의 탭은 %n개이고, 쿠키는 함께 씁니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 serves %n request(s) at a time now, each in %2.</source>
        <translation>
            <numerusform>%1에서 이제 요청을 동시에 %n개까지, 하나에 %2씩 처리합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hangs: it takes connections and answers nothing.</source>
        <translation>%1 멈춤(응답 없음). 연결은 받지만 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 loses its power; nobody is told.</source>
        <translation>%1의 전원이 끊깁니다. 아무에게도 알리지 못합니다.</translation>
    </message>
    <message>
        <source>%1 has what it needs and takes requests.</source>
        <translation>%1 준비 완료. 요청을 받기 시작합니다.</translation>
    </message>
    <message>
        <source>The connection between %1 and %2 is cut.</source>
        <translation>%1, %2 사이의 연결이 끊깁니다.</translation>
    </message>
    <message>
        <source>The connection between %1 and %2 is back.</source>
        <translation>%1, %2 사이의 연결이 복구됩니다.</translation>
    </message>
    <message>
        <source>The health check of %2 by %1 fails: refused.</source>
        <translation>%1에서 보낸 %2 헬스 체크가 실패합니다: 연결 거부.</translation>
    </message>
    <message>
        <source>The health check of %2 by %1 fails: no answer.</source>
        <translation>%1에서 보낸 %2 헬스 체크가 실패합니다: 응답 없음.</translation>
    </message>
    <message>
        <source>The health check of %2 by %1 passes.</source>
        <translation>%1에서 보낸 %2 헬스 체크가 성공합니다.</translation>
    </message>
    <message>
        <source>%1 takes %2 for healthy again.</source>
        <translation>%1에서 %2 상태를 다시 정상으로 판단합니다.</translation>
    </message>
    <message>
        <source>%1 takes %2 for down from now on.</source>
        <translation>%1에서 %2 상태를 다운으로 판단합니다.</translation>
    </message>
    <message>
        <source>%1 sends no new users to %2.</source>
        <translation>%1에서 %2 쪽으로 새 사용자를 보내지 않습니다.</translation>
    </message>
    <message>
        <source>%1 sends new users to %2 again.</source>
        <translation>%1에서 %2 쪽으로 다시 새 사용자를 보냅니다.</translation>
    </message>
    <message>
        <source>%1 notes that session %2 is in use.</source>
        <translation>%1에서 %2 세션의 사용 시각을 갱신합니다.</translation>
    </message>
    <message>
        <source>%1 receives a copy of session %2.</source>
        <translation>%1에 %2 세션의 사본이 들어옵니다.</translation>
    </message>
    <message>
        <source>%1 gives session %2 a new id: %3.</source>
        <translation>%1에서 %2 세션의 ID를 바꿉니다: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %n confirmation(s) before it answers.</source>
        <translation>
            <numerusform>%1에서 확인 %n개를 기다렸다가 응답합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2 no longer: refused.</source>
        <translation>%1에서 %2의 확인을 더 기다리지 않습니다: 연결 거부.</translation>
    </message>
    <message>
        <source>%1 waits for %2 no longer: no answer.</source>
        <translation>%1에서 %2의 확인을 더 기다리지 않습니다: 응답 없음.</translation>
    </message>
    <message>
        <source>%1 drops %2 from its cluster.</source>
        <translation>%1의 클러스터 목록에서 빠집니다: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 writes a snapshot of %n session(s) to its disk.</source>
        <translation>
            <numerusform>%1에서 세션 %n개의 스냅샷을 디스크에 씁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 flushes its log to the disk.</source>
        <translation>%1에서 로그를 디스크에 기록합니다.</translation>
    </message>
    <message>
        <source>%1 takes over: it is the primary from now on.</source>
        <translation>%1 승격. 이제부터 원본입니다.</translation>
    </message>
    <message>
        <source>%1 is the replica of %2 from now on.</source>
        <translation>%1 역할 바뀜. 이제부터 %2의 복제본입니다.</translation>
    </message>
    <message>
        <source>Open another tab</source>
        <translation>새 탭 열기</translation>
    </message>
    <message>
        <source>Operator action: let %1 hang.</source>
        <translation>운영자 동작: %1 응답 없게 만들기.</translation>
    </message>
    <message>
        <source>Operator action: begin or end a drain.</source>
        <translation>운영자 동작: 서버 드레인을 시작하거나 끝내기.</translation>
    </message>
    <message>
        <source>Operator action: add a server to the cluster list of %1.</source>
        <translation>운영자 동작: %1의 클러스터 목록에 서버 넣기.</translation>
    </message>
    <message>
        <source>What had not reached it by then is lost.</source>
        <translation>그때까지 복제되지 않은 내용은 사라집니다.</translation>
    </message>
    <message>
        <source>Store replica</source>
        <translation>저장소 복제본</translation>
    </message>
    <message>
        <source>cluster membership</source>
        <translation>클러스터 구성 알림</translation>
    </message>
    <message>
        <source>store: replication</source>
        <translation>저장소: 복제</translation>
    </message>
    <message>
        <source>log, flushed by the OS</source>
        <translation>로그(디스크 기록은 OS가 결정)</translation>
    </message>
    <message>
        <source>log, flushed at each write</source>
        <translation>로그(쓸 때마다 디스크 기록)</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 님이 접속할 준비를 마쳤습니다.</translation>
    </message>
    <message>
        <source>%1 joins as the replica of %2.</source>
        <translation>%1 참여: %2의 복제본 역할을 합니다.</translation>
    </message>
    <message>
        <source>%1 keeps the sessions. On its disk: %2.</source>
        <extracomment>%2 is what of its contents a store keeps on its disk: &quot;nothing&quot;, &quot;snapshots&quot;</extracomment>
        <translation>%1에서 세션을 보관합니다. 디스크에 남는 것: %2.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, but nothing runs there.</source>
        <translation>%1에 ‘%2’ 메시지가 도착하지만 다운되어 받지 못합니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, but its connection is gone.</source>
        <translation>%1에 ‘%2’ 메시지가 도착하지만 이미 끊어진 연결입니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1 too late.</source>
        <comment>a user</comment>
        <translation>%1 님에게 ‘%2’ 메시지가 너무 늦게 도착합니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1 too late.</source>
        <translation>%1에 ‘%2’ 메시지가 너무 늦게 도착합니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, which does not know the session.</source>
        <translation>%1에 ‘%2’ 메시지가 도착하지만 해당 세션이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has nobody left to send the message “%2” to.</source>
        <translation>%1에서 ‘%2’ 메시지를 보낼 곳이 남지 않았습니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1, which hangs and does nothing with it.</source>
        <translation>%1에 ‘%2’ 메시지가 도착하지만 응답 없이 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>%1 chooses %2 by the address of the user.</source>
        <translation>%1에서 사용자 주소에 따라 요청을 %2에 보냅니다.</translation>
    </message>
    <message>
        <source>%1 follows the pin that an operator moved to %2.</source>
        <translation>운영자가 옮긴 고정에 따라 %1에서 요청을 %2에 보냅니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: refused (attempt %3).</source>
        <comment>a user</comment>
        <translation>%1 님이 %2에 연결하지 못했습니다: 연결 거부(%3번째 시도).</translation>
    </message>
    <message>
        <source>%1 cannot connect to %2: no answer (attempt %3).</source>
        <comment>a user</comment>
        <translation>%1 님이 %2에 연결하지 못했습니다: 응답 없음(%3번째 시도).</translation>
    </message>
    <message>
        <source>The connection from %1 to %2 breaks before the answer.</source>
        <comment>a user</comment>
        <translation>응답이 오기 전에 %1 님과 %2 사이의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>%1 answers %2: it cannot use its store.</source>
        <translation>%1에서 %2 응답을 보냅니다: 저장소를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The request brings no session id: a stranger to %1.</source>
        <translation>요청에 세션 ID가 없습니다. %1에게는 모르는 사람입니다.</translation>
    </message>
    <message>
        <source>%1 drops session %2: revoked by an operator.</source>
        <translation>%1에서 %2 세션을 지웁니다: 운영자의 무효화.</translation>
    </message>
    <message>
        <source>The answer shows an empty %1.</source>
        <translation>응답에 %1 내용이 보입니다: 비어 있음.</translation>
    </message>
    <message>
        <source>The answer shows the %1; last put in: %2.</source>
        <extracomment>%1 is an attribute such as &quot;cart&quot;, %2 the newest thing put in</extracomment>
        <translation>응답에 %1 내용이 보입니다: 마지막 기록은 %2.</translation>
    </message>
    <message>
        <source>%1 starts and fetches the sessions first.</source>
        <translation>%1 켜짐. 먼저 다른 서버에서 세션을 받아 옵니다.</translation>
    </message>
    <message>
        <source>The request of %1 leaves for %2.</source>
        <translation>%1 님의 요청이 %2 쪽으로 출발합니다.</translation>
    </message>
    <message>
        <source>The response goes from %1 to %2.</source>
        <comment>a user</comment>
        <translation>응답이 %1에서 %2 님에게 갑니다.</translation>
    </message>
    <message>
        <source>%1 sends “%2” to %3.</source>
        <extracomment>%2 is a kind of message such as &quot;replication: change&quot;</extracomment>
        <translation>%1에서 %3에 ‘%2’ 메시지를 보냅니다.</translation>
    </message>
    <message>
        <source>The message “%2” reaches %1.</source>
        <translation>%1에 ‘%2’ 메시지가 도착합니다.</translation>
    </message>
    <message>
        <source>%1 leaves for good and takes no more requests.</source>
        <translation>%1 빠짐. 이제 요청을 받지 않습니다.</translation>
    </message>
    <message>
        <source>%1 moves the pin of %2 to %3.</source>
        <translation>%1에서 %2 님의 고정을 %3 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>%1 puts into its copy of session %2: %3.</source>
        <extracomment>%2 is a session&apos;s label, %3 what was put in: &quot;log-in&quot;, &quot;apple&quot;</extracomment>
        <translation>%1의 %2 세션 사본에 반영됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 will send “%4” for session %2 in %3.</source>
        <translation>%1에서 %2 세션의 ‘%4’ 메시지를 %3 뒤에 보냅니다.</translation>
    </message>
    <message>
        <source>%1 counts %2 as part of its cluster.</source>
        <translation>%1의 클러스터 목록에 들어옵니다: %2.</translation>
    </message>
    <message>
        <source>%1 uses another store from now on: %2.</source>
        <translation>%1에서 쓰는 저장소가 바뀝니다: %2.</translation>
    </message>
    <message>
        <source>Sticky + %1</source>
        <extracomment>%1 is another way to share sessions.</extracomment>
        <translation>스티키 + %1</translation>
    </message>
    <message>
        <source>Sticky (IP)</source>
        <translation>스티키(IP)</translation>
    </message>
    <message>
        <source>Clustering (async)</source>
        <translation>클러스터링(비동기)</translation>
    </message>
    <message>
        <source>Clustering (sync)</source>
        <translation>클러스터링(동기)</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>세션 스토리지</translation>
    </message>
    <message>
        <source>Storage (AOF)</source>
        <translation>세션 스토리지(AOF)</translation>
    </message>
    <message>
        <source>Storage (replica)</source>
        <translation>세션 스토리지(복제본)</translation>
    </message>
    <message>
        <source>Storage (disk)</source>
        <translation>세션 스토리지(디스크)</translation>
    </message>
    <message>
        <source>Shut the store down</source>
        <translation>저장소 정상 종료하기</translation>
    </message>
    <message>
        <source>Operator action: shut %1 down in order.</source>
        <translation>운영자 동작: %1 정상 종료하기.</translation>
    </message>
    <message>
        <source>Main</source>
        <comment>the first branch</comment>
        <translation>처음 흐름</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>A branch leaves the old course at the moment %1: &quot;from 05.50 s&quot;.</extracomment>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>From %1 on they differ.</source>
        <extracomment>Two branches of a run: %1 is a moment such as &quot;05.50 s&quot;.</extracomment>
        <translation>%1부터 다릅니다.</translation>
    </message>
    <message>
        <source>Copy the cookies</source>
        <translation>쿠키 복사하기</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>연결 복구하기</translation>
    </message>
    <message>
        <source>Delete the pin cookie</source>
        <translation>고정 쿠키 지우기</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>폴더임</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>폴더가 아님</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>파일 이름이 너무 김</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큼</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>심볼릭 링크가 서로를 가리킴</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량을 넘음</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않은 작업</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>잘못된 인수</translation>
    </message>
    <message>
        <source>Filename refers to a directory</source>
        <translation>폴더의 이름임</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The line is too long; at most %1 bytes are read.</source>
        <translation>행이 너무 깁니다. 최대 %1바이트까지 읽습니다.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Does not happen here.</source>
        <extracomment>In one of two branches, of what happens in the other.</extracomment>
        <translation>여기에서는 일어나지 않습니다.</translation>
    </message>
    <message>
        <source>%1, %2: not answered</source>
        <extracomment>%1 a user, %2 what was asked for (log-in, read …): a request that has no answer yet.</extracomment>
        <translation>%1 님, %2: 답 없음</translation>
    </message>
    <message>
        <source>This is no file: folders, pipes and devices cannot be opened.</source>
        <translation>파일이 아닙니다. 폴더, 파이프, 장치는 열 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 drops session %2: the user logged out.</source>
        <translation>%1에서 %2 세션을 지웁니다: 로그아웃.</translation>
    </message>
    <message>
        <source>The server that answered never had it.</source>
        <translation>답한 서버에는 처음부터 없었습니다.</translation>
    </message>
    <message>
        <source>Answer %1: asked to log in.</source>
        <translation>%1 응답: 로그인하라는 화면이 나옵니다.</translation>
    </message>
    <message>
        <source>The file ends too early: a bracket, brace or quote is still open.</source>
        <translation>파일이 중간에서 끝납니다. 닫히지 않은 괄호나 따옴표가 있습니다.</translation>
    </message>
</context>
</TS>
