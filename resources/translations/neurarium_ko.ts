<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>%1 parameters, %2 training samples, %3 for validation</source>
        <translation>매개변수 %1개, 학습용 예시 %2개, 검증용 예시 %3개</translation>
    </message>
    <message>
        <source>%1 samples: loss %2</source>
        <translation>예시 %1개: 손실 %2</translation>
    </message>
    <message>
        <source>Accuracy %1 %</source>
        <translation>정확도 %1 %</translation>
    </message>
    <message>
        <source>%1 was called: %2</source>
        <translation>%1 대답: %2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Epoch %1 of %2: loss %3</source>
        <translation>%2 에포크 중 %1: 손실 %3</translation>
    </message>
    <message>
        <source>, accuracy %1</source>
        <translation>, 정확도 %1</translation>
    </message>
    <message>
        <source>, validation loss %1</source>
        <translation>, 검증 손실 %1</translation>
    </message>
    <message>
        <source>, validation accuracy %1</source>
        <translation>, 검증 정확도 %1</translation>
    </message>
    <message>
        <source>, %1 samples a second</source>
        <translation>, 1초에 예시 %1개</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>읽는 중: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Mark %1 at step %2: %3</source>
        <translation>변경 표시 %1, %2단계: %3</translation>
    </message>
    <message>
        <source>Step %1: loss %2</source>
        <translation>%1단계: 손실 %2</translation>
    </message>
    <message>
        <source>The run is in %1</source>
        <translation>학습 기록이 저장된 폴더: %1</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, step %3, loss %4, %5 samples a second</source>
        <translation>%2 에포크 중 %1, %3단계, 손실 %4, 1초에 예시 %5개</translation>
    </message>
    <message>
        <source>Checkpoint %1, step %2: equal (%3)</source>
        <translation>체크포인트 %1, %2단계: 똑같습니다 (%3)</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be used; the first is %1</source>
        <translation>
            <numerusform>파일 %n개를 쓸 수 없었습니다. 그 가운데 첫 번째: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 threads: %3 items a second</source>
        <translation>%1, 스레드 %2개: 1초에 항목 %3개</translation>
    </message>
    <message>
        <source>Branch %1: up to step %2, epoch %3</source>
        <translation>갈래 %1: %2단계, %3 에포크까지</translation>
    </message>
    <message>
        <source>, began with only the weights</source>
        <translation>, 가중치만으로 시작</translation>
    </message>
    <message>
        <source>, in use</source>
        <translation>, 사용 중</translation>
    </message>
    <message>
        <source>Checkpoint %1 (%2): epoch %3, step %4</source>
        <translation>체크포인트 %1 (%2): %3 에포크, %4단계</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1: %2에서 %3(으)로</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%2 MB 가운데 %1 MB</translation>
    </message>
    <message>
        <source>  sample %1 (%2): %3 became %4</source>
        <translation>  표본 %1 (%2): %3에서 %4(으)로</translation>
    </message>
    <message>
        <source>Right before, wrong after: %1 of %2 samples</source>
        <translation>맞다가 틀림: 표본 %2개 가운데 %1개</translation>
    </message>
    <message>
        <source>Wrong before, right after: %1 of %2 samples</source>
        <translation>틀리다가 맞음: 표본 %2개 가운데 %1개</translation>
    </message>
    <message>
        <source>How far the numbers moved, against their size:</source>
        <translation>숫자가 크기에 견주어 움직인 정도:</translation>
    </message>
    <message>
        <source>The first 8 bytes: %1, that is a header of %2 bytes</source>
        <translation>처음 8바이트: %1. 머리글이 %2바이트라는 뜻입니다</translation>
    </message>
    <message>
        <source>: %1 to %2, mean %3, NaN %4</source>
        <translation>: %1에서 %2까지, 평균 %3, NaN %4개</translation>
    </message>
    <message>
        <source>: the file ends before it</source>
        <translation>: 그 앞에서 파일이 끝납니다</translation>
    </message>
    <message>
        <source>8 + %1 + %2 = %3 bytes; the file has %4</source>
        <translation>8 + %1 + %2 = %3바이트, 파일은 %4바이트</translation>
    </message>
    <message>
        <source>The checkpoints take %1, without a limit</source>
        <translation>체크포인트의 크기는 모두 %1이고, 제한은 없습니다</translation>
    </message>
    <message>
        <source>The checkpoints take %1 of at most %2</source>
        <translation>체크포인트의 크기는 모두 %1입니다 (최대 %2)</translation>
    </message>
    <message>
        <source>%1 bytes of the prompt are unknown to the vocabulary: the network has never seen them</source>
        <translation>시작 글 가운데 %1바이트는 어휘에 없어서 신경망이 본 적이 없습니다</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens, the network reads %2: the first %3 are not read</source>
        <translation>시작 글은 토큰 %1개인데 신경망은 %2개까지 읽습니다. 처음 %3개는 읽지 않습니다</translation>
    </message>
    <message>
        <source>%1 tokens of %2 for %3 characters</source>
        <translation>글자 %3개에 토큰 %1개 (어휘 %2개)</translation>
    </message>
    <message>
        <source>block %1, head %2: entropy %3 bits, distance %4 tokens</source>
        <translation>블록 %1, 헤드 %2: 엔트로피 %3비트, 거리 토큰 %4개</translation>
    </message>
    <message>
        <source>Map: %1 %</source>
        <translation>지도: %1 %</translation>
    </message>
    <message>
        <source>%1 vectors of %2 numbers: %3</source>
        <translation>숫자 %2개짜리 벡터 %1개: %3</translation>
    </message>
    <message>
        <source>Branch %1 went on as it was, branch %2 with %3 from %4 to %5</source>
        <translation>갈래 %1: 그대로 이어 감. 갈래 %2: %3 값을 %4에서 %5(으)로 바꿈</translation>
    </message>
    <message>
        <source>Epoch %1: validation loss %2, with the change %3</source>
        <translation>%1 에포크: 검증 손실 %2, 바꾼 쪽 %3</translation>
    </message>
    <message>
        <source>One of the two diverged: both end there</source>
        <translation>둘 가운데 하나가 발산하여, 둘 다 거기서 끝났습니다</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>코어</translation>
    </message>
    <message>
        <source>Threads that train</source>
        <translation>학습 스레드</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>명령어 수준</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>계산 방식</translation>
    </message>
    <message>
        <source>System</source>
        <translation>운영 체제</translation>
    </message>
</context>
<context>
    <name>OptionText</name>
    <message>
        <source>This must be a number.</source>
        <translation>숫자를 넣으세요.</translation>
    </message>
    <message>
        <source>This must be above %1.</source>
        <translation>%1보다 커야 합니다.</translation>
    </message>
    <message>
        <source>This must be at least %1.</source>
        <translation>%1 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be from %1 to below %2.</source>
        <translation>%1 이상, %2 미만이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be above %1 and at most %2.</source>
        <translation>%1보다 크고 %2 이하여야 합니다.</translation>
    </message>
    <message>
        <source>This must be from %1 to %2.</source>
        <translation>%1부터 %2까지 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>정수를 넣으세요.</translation>
    </message>
    <message>
        <source>Each: %1</source>
        <translation>각각: %1</translation>
    </message>
    <message>
        <source>This must be %1 numbers with commas between.</source>
        <translation>숫자 %1개를 쉼표로 나누어 넣으세요.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>en or ko is expected, this is &quot;%1&quot;</source>
        <translation>en이나 ko를 쓰세요. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>A command is expected</source>
        <translation>명령을 쓰세요</translation>
    </message>
    <message>
        <source>neurarium-cli --help lists them.</source>
        <translation>neurarium-cli --help를 쓰면 명령 목록이 나옵니다.</translation>
    </message>
    <message>
        <source>There is no such option here</source>
        <translation>여기에는 그런 옵션이 없습니다</translation>
    </message>
    <message>
        <source>Add --help to see the options there are.</source>
        <translation>--help를 붙이면 쓸 수 있는 옵션이 나옵니다.</translation>
    </message>
    <message>
        <source>This option takes no value</source>
        <translation>이 옵션에는 값을 쓰지 않습니다</translation>
    </message>
    <message>
        <source>A value is missing: %1</source>
        <translation>값이 빠져 있습니다: %1</translation>
    </message>
    <message>
        <source>A whole number of at least %1 is expected, this is &quot;%2&quot;</source>
        <translation>%1 이상인 정수를 쓰세요. 지금 값: &quot;%2&quot;</translation>
    </message>
    <message>
        <source>A number is expected, this is &quot;%1&quot;</source>
        <translation>숫자를 쓰세요. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>There is no such workload</source>
        <translation>그런 작업은 없습니다</translation>
    </message>
    <message>
        <source>A number above 0 and up to 3600 is expected</source>
        <translation>0보다 크고 3600 이하인 숫자를 쓰세요</translation>
    </message>
    <message>
        <source>It is missing</source>
        <translation>빠져 있습니다</translation>
    </message>
    <message>
        <source>Add --help to see what this command needs.</source>
        <translation>--help를 붙이면 이 명령에 필요한 것이 나옵니다.</translation>
    </message>
    <message>
        <source>One word too many</source>
        <translation>낱말이 하나 더 있습니다</translation>
    </message>
    <message>
        <source>The data is no longer what this run learned from</source>
        <translation>데이터가 이 학습 기록이 배운 것과 달라졌습니다</translation>
    </message>
    <message>
        <source>Name the data to ask with --data PATH.</source>
        <translation>--data PATH로 물어볼 데이터를 알려 주세요.</translation>
    </message>
    <message>
        <source>There is no built-in experiment of this name</source>
        <translation>이런 이름의 기본 실험은 없습니다</translation>
    </message>
    <message>
        <source>neurarium-cli examples lists the built-in ones.</source>
        <translation>neurarium-cli examples를 쓰면 기본 실험이 나옵니다.</translation>
    </message>
    <message>
        <source>There is no such file, and no built-in experiment of this name</source>
        <translation>그런 파일이 없고, 이런 이름의 기본 실험도 없습니다</translation>
    </message>
    <message>
        <source>This experiment learns from your photographs and must know where they are</source>
        <translation>이 실험은 여러분의 사진으로 학습하므로 사진이 있는 곳을 알아야 합니다</translation>
    </message>
    <message>
        <source>Add --data FOLDER with a sub-folder of pictures for each class, or try cat-sketches.</source>
        <translation>종류마다 그림 폴더가 든 바깥 폴더를 --data FOLDER로 알려 주거나, cat-sketches를 써 보세요.</translation>
    </message>
    <message>
        <source>The source &quot;%1&quot; makes its own data and takes no path</source>
        <translation>데이터 출처 &quot;%1&quot;은(는) 데이터를 스스로 만들므로 경로를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>A run needs a new or an empty folder</source>
        <translation>학습 기록에는 새 폴더나 빈 폴더가 필요합니다</translation>
    </message>
    <message>
        <source>Choose another name behind --out.</source>
        <translation>--out 뒤에 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The file could not be written (%1 bytes)</source>
        <translation>파일을 쓸 수 없었습니다 (%1바이트)</translation>
    </message>
    <message>
        <source>Choose a folder with room that may be written to.</source>
        <translation>빈자리가 있고 쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The window program draws the charts, and it is missing</source>
        <translation>그래프를 그리는 창 프로그램이 없습니다</translation>
    </message>
    <message>
        <source>Install neurarium beside neurarium-cli, or use --csv.</source>
        <translation>neurarium-cli 옆에 neurarium을 설치하거나 --csv를 쓰세요.</translation>
    </message>
    <message>
        <source>The window program could not draw the chart</source>
        <translation>창 프로그램이 그래프를 그리지 못했습니다</translation>
    </message>
    <message>
        <source>This program was built without ONNX</source>
        <translation>이 프로그램에는 ONNX가 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Use --weights: Python reads safetensors files.</source>
        <translation>--weights를 쓰세요. safetensors 파일은 파이썬으로 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing to export was named</source>
        <translation>내보낼 것이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>Add --chart, --csv or --weights and a file name.</source>
        <translation>--chart, --csv, --weights 가운데 하나와 파일 이름을 붙이세요.</translation>
    </message>
    <message>
        <source>This network does not sort pictures: its input is %1</source>
        <translation>그림을 구별하는 신경망이 아닙니다. 입력: %1</translation>
    </message>
    <message>
        <source>Use eval with --data instead.</source>
        <translation>대신 eval을 --data와 함께 쓰세요.</translation>
    </message>
    <message>
        <source>A run and at least one picture file are expected</source>
        <translation>학습 기록 하나와 그림 파일 하나 이상을 쓰세요</translation>
    </message>
    <message>
        <source>A rate from 0 to below 1, or off, is expected, this is &quot;%1&quot;</source>
        <translation>0 이상 1 미만의 비율이나 off를 쓰세요. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>A learning rate above 0 is expected</source>
        <translation>0보다 큰 학습률을 쓰세요</translation>
    </message>
    <message>
        <source>The training diverged: NaN or Inf was seen at step %1</source>
        <translation>학습이 발산했습니다. %1단계에서 NaN이나 Inf가 나왔습니다</translation>
    </message>
    <message>
        <source>Resume from checkpoint %1 with a lower learning rate.</source>
        <translation>더 낮은 학습률로 체크포인트 %1에서 이어 가세요.</translation>
    </message>
    <message>
        <source>Training again gives another state; the first difference is %1</source>
        <translation>다시 학습하니 상태가 다릅니다. 첫 번째 차이: %1</translation>
    </message>
    <message>
        <source>Name the folder that holds it with --data PATH.</source>
        <translation>데이터가 든 폴더를 --data PATH로 알려 주세요.</translation>
    </message>
    <message>
        <source>could not be read: %1</source>
        <translation>읽을 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>a chart is written as .svg, .png or .pdf; &quot;%1&quot; is none of them</source>
        <translation>그래프는 .svg, .png, .pdf로 저장합니다. &quot;%1&quot; 형식은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>there is no condition &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 조건은 없습니다</translation>
    </message>
    <message>
        <source>the condition &quot;%1&quot; needs one number behind it</source>
        <translation>조건 &quot;%1&quot; 뒤에는 숫자가 하나 있어야 합니다</translation>
    </message>
    <message>
        <source>the condition &quot;%1&quot; stands alone, without a number</source>
        <translation>조건 &quot;%1&quot; 뒤에는 숫자를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>this lesson is missing from the program</source>
        <translation>프로그램에 이 수업이 없습니다</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>a step begins with &quot;## &quot; and its title; nothing may stand before it</source>
        <translation>단계는 &quot;## &quot;와 제목으로 시작합니다. 그 앞에는 아무것도 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the lesson has no steps</source>
        <translation>수업에 단계가 없습니다</translation>
    </message>
    <message>
        <source>a lesson begins with a line &quot;---&quot;</source>
        <translation>수업은 &quot;---&quot; 줄로 시작합니다</translation>
    </message>
    <message>
        <source>expected &quot;title: ...&quot;, &quot;line: ...&quot; or &quot;---&quot;</source>
        <translation>&quot;title: ...&quot;, &quot;line: ...&quot;, &quot;---&quot; 가운데 하나가 와야 합니다</translation>
    </message>
    <message>
        <source>the head of a lesson gives its title and its line</source>
        <translation>수업의 머리에는 제목(title)과 한 줄 소개(line)가 있어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known in the head of a lesson, or stands there twice</source>
        <translation>&quot;%1&quot; 항목은 수업의 머리에 쓸 수 없거나 두 번 쓰였습니다</translation>
    </message>
    <message>
        <source>a step needs a title</source>
        <translation>단계에는 제목이 있어야 합니다</translation>
    </message>
    <message>
        <source>a task is a sentence with {condition} and perhaps {show: place} behind it</source>
        <translation>할 일은 문장이고, 뒤에 {조건}과, 필요하면 {show: 자리}가 옵니다</translation>
    </message>
    <message>
        <source>the task does not say in braces when it is done</source>
        <translation>할 일을 언제 마치는지 중괄호 안에 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>there is no place &quot;%1&quot; to show</source>
        <translation>보여 줄 자리 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>the task has two conditions; put a comma between them in one pair of braces</source>
        <translation>할 일에 조건이 두 개 있습니다. 한 중괄호 안에 쉼표로 나누어 쓰세요</translation>
    </message>
    <message>
        <source>a step has one question at most</source>
        <translation>한 단계에 질문은 하나까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>an answer stands behind a question, which begins with &quot;? &quot;</source>
        <translation>대답은 &quot;? &quot;로 시작하는 질문 뒤에 와야 합니다</translation>
    </message>
    <message>
        <source>an explanation stands behind the answers of a question</source>
        <translation>설명은 질문의 대답 뒤에 와야 합니다</translation>
    </message>
    <message>
        <source>a step has one word at most: &quot;word: term | other language | meaning&quot;</source>
        <translation>한 단계에 낱말은 하나까지 쓸 수 있습니다: &quot;word: 용어 | 다른 언어 | 뜻&quot;</translation>
    </message>
    <message>
        <source>this line is neither text before the tasks, nor a task &quot;- [ ] &quot;, a question &quot;? &quot;, an answer &quot;- ( ) &quot; or &quot;- (x) &quot;, an explanation &quot;&gt; &quot; or a word</source>
        <translation>이 줄은 할 일 앞의 글, 할 일 &quot;- [ ] &quot;, 질문 &quot;? &quot;, 대답 &quot;- ( ) &quot; 또는 &quot;- (x) &quot;, 설명 &quot;&gt; &quot;, 낱말 가운데 어느 것도 아닙니다</translation>
    </message>
    <message>
        <source>the step above has no text</source>
        <translation>위의 단계에 글이 없습니다</translation>
    </message>
    <message>
        <source>the step above has no task</source>
        <translation>위의 단계에 할 일이 없습니다</translation>
    </message>
    <message>
        <source>the question above needs two answers or more, exactly one of them right &quot;- (x) &quot;, and an explanation &quot;&gt; &quot;</source>
        <translation>위의 질문에는 대답이 둘 이상 있고 그 가운데 하나만 맞아야 하며 &quot;- (x) &quot;, 설명 &quot;&gt; &quot;도 있어야 합니다</translation>
    </message>
    <message>
        <source>%1 pictures of this size do not fit into memory; at most %2 do</source>
        <translation>이 크기의 그림 %1장은 메모리에 다 들어가지 않습니다. 최대 %2장까지 들어갑니다</translation>
    </message>
    <message>
        <source>Ask for fewer or smaller pictures</source>
        <translation>그림의 수나 크기를 줄이세요</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known</source>
        <translation>알 수 없는 이름입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the source &quot;%1&quot; reads no files</source>
        <translation>데이터 출처 &quot;%1&quot;은(는) 파일을 읽지 않습니다</translation>
    </message>
    <message>
        <source>Give a fraction instead, for example 0.2</source>
        <translation>대신 0.2처럼 비율을 쓰세요</translation>
    </message>
    <message>
        <source>the samples of the source &quot;%1&quot; have the shape %2 for training and %3 for validation, or targets of another kind</source>
        <translation>데이터 출처 &quot;%1&quot;의 예시 모양이 학습용은 %2, 검증용은 %3이거나, 정답의 종류가 서로 다릅니다</translation>
    </message>
    <message>
        <source>Use files that were made in the same way</source>
        <translation>같은 방법으로 만든 파일을 쓰세요</translation>
    </message>
    <message>
        <source>the picture is cut: its end is missing. Copy it again from where it came</source>
        <translation>그림이 잘렸습니다. 끝부분이 없습니다. 원본을 다시 복사하세요</translation>
    </message>
    <message>
        <source>the picture is damaged: its first bytes contradict each other</source>
        <translation>그림이 손상되었습니다. 첫 바이트들이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>the WebP picture is animated; save one picture of it as PNG</source>
        <translation>움직이는 WebP 그림입니다. 한 장면을 PNG로 저장하세요</translation>
    </message>
    <message>
        <source>has %1 bytes; whole records of %2 bytes were expected</source>
        <translation>%1바이트입니다. %2바이트짜리 기록이 빠짐없이 있어야 합니다</translation>
    </message>
    <message>
        <source>Copy the file again from where it came (the binary version for C programs)</source>
        <translation>원본 파일을 다시 복사하세요 (C 프로그램용 이진 판)</translation>
    </message>
    <message>
        <source>record %1 has the class %2; classes are 0 to 9</source>
        <translation>기록 %1의 종류 번호가 %2입니다. 종류 번호는 0부터 9까지입니다</translation>
    </message>
    <message>
        <source>there are no files data_batch_1.bin to data_batch_5.bin</source>
        <translation>data_batch_1.bin부터 data_batch_5.bin까지의 파일이 없습니다</translation>
    </message>
    <message>
        <source>Choose the folder of CIFAR-10&apos;s binary version (cifar-10-batches-bin)</source>
        <translation>CIFAR-10 이진 판의 폴더(cifar-10-batches-bin)를 고르세요</translation>
    </message>
    <message>
        <source>something follows the closing quote of a field</source>
        <translation>칸을 닫는 따옴표 뒤에 다른 글자가 있습니다</translation>
    </message>
    <message>
        <source>Write a quote inside quotes twice</source>
        <translation>따옴표 안의 따옴표는 두 번 쓰세요</translation>
    </message>
    <message>
        <source>a quote is opened in this line and never closed</source>
        <translation>이 줄에서 연 따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>must be one character such as , or ; or the word tab, is &quot;%1&quot;</source>
        <translation>, 나 ; 같은 글자 하나 또는 낱말 tab이어야 합니다. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;; there are: %2</source>
        <translation>&quot;%1&quot;이라는 열이 없습니다. 있는 열: %2</translation>
    </message>
    <message>
        <source>The first line of the file must name the columns; check the delimiter too</source>
        <translation>파일의 첫 줄에는 열의 이름이 있어야 합니다. 구분 기호도 확인하세요</translation>
    </message>
    <message>
        <source>there are several columns &quot;%1&quot;; give them different names</source>
        <translation>&quot;%1&quot;이라는 열이 여럿 있습니다. 서로 다른 이름을 붙이세요</translation>
    </message>
    <message>
        <source>no column is left for the inputs</source>
        <translation>입력으로 쓸 열이 남아 있지 않습니다</translation>
    </message>
    <message>
        <source>the target &quot;%1&quot; cannot be an input as well</source>
        <translation>정답인 &quot;%1&quot; 열을 입력으로도 쓸 수는 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>숫자가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Correct the cell, or name the columns to learn from in &quot;columns&quot;</source>
        <translation>칸을 고치거나, 학습할 열의 이름을 &quot;columns&quot;에 쓰세요</translation>
    </message>
    <message>
        <source>there are %1 fields; the first line names %2 columns</source>
        <translation>칸이 %1개입니다. 첫 줄에는 열 이름이 %2개 있습니다</translation>
    </message>
    <message>
        <source>the right answer is missing</source>
        <translation>정답이 없습니다</translation>
    </message>
    <message>
        <source>there are no rows behind the column names</source>
        <translation>열 이름 뒤에 줄이 하나도 없습니다</translation>
    </message>
    <message>
        <source>Choose the loss cross_entropy to tell classes apart</source>
        <translation>종류를 구별하려면 손실로 cross_entropy를 고르세요</translation>
    </message>
    <message>
        <source>the class is %1; class numbers are whole numbers from 0 to %2</source>
        <translation>종류 번호가 %1입니다. 종류 번호는 0부터 %2까지의 정수입니다</translation>
    </message>
    <message>
        <source>Choose the loss mse to learn numbers, or write classes as words</source>
        <translation>숫자를 배우려면 손실로 mse를 고르고, 종류를 배우려면 종류를 낱말로 쓰세요</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the classes that are learned</source>
        <translation>학습하는 종류에 들어 있지 않습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>this is not a file but a folder, a pipe or a device</source>
        <translation>파일이 아니라 폴더, 파이프 또는 장치입니다</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>파일이 비어 있습니다</translation>
    </message>
    <message>
        <source>the file has %1 MB; at most %2 MB are read</source>
        <translation>파일이 %1 MB입니다. 최대 %2 MB까지 읽습니다</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>읽는 동안 파일이 짧아졌습니다</translation>
    </message>
    <message>
        <source>the folder cannot be read: %1</source>
        <translation>폴더를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>the link leads to nothing that can be read</source>
        <translation>링크를 따라가도 읽을 수 있는 것이 없습니다</translation>
    </message>
    <message>
        <source>this is not a file but a pipe or a device</source>
        <translation>파일이 아니라 파이프 또는 장치입니다</translation>
    </message>
    <message>
        <source>links to folders are not followed; put the folder itself here</source>
        <translation>폴더를 가리키는 링크는 따라가지 않습니다. 폴더 자체를 여기에 두세요</translation>
    </message>
    <message>
        <source>the folder lies more than %1 folders deep</source>
        <translation>폴더가 %1겹보다 깊은 곳에 있습니다</translation>
    </message>
    <message>
        <source>Make a folder for each class, for example &quot;cat&quot; and &quot;dog&quot;, put its pictures into it, and choose the folder that holds both</source>
        <translation>&quot;cat&quot;, &quot;dog&quot;처럼 종류마다 폴더를 만들어 그림을 넣고, 그 폴더들을 담은 바깥 폴더를 고르세요</translation>
    </message>
    <message>
        <source>the folder is empty</source>
        <translation>폴더가 비어 있습니다</translation>
    </message>
    <message>
        <source>the file lies outside the class folders; move it into one</source>
        <translation>파일이 종류 폴더 밖에 있습니다. 종류 폴더 안으로 옮기세요</translation>
    </message>
    <message>
        <source>the link leads back to a folder that holds it</source>
        <translation>링크가 자기를 담은 폴더로 되돌아갑니다</translation>
    </message>
    <message>
        <source>the folder&apos;s name is not valid text (UTF-8); rename it</source>
        <translation>폴더 이름을 글(UTF-8)로 읽을 수 없습니다. 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>there are %1 files here but no class folders</source>
        <translation>파일이 %1개 있지만 종류 폴더가 없습니다</translation>
    </message>
    <message>
        <source>this is a file, not a folder</source>
        <translation>폴더가 아니라 파일입니다</translation>
    </message>
    <message>
        <source>Choose the folder that holds the class folders</source>
        <translation>종류 폴더들을 담은 바깥 폴더를 고르세요</translation>
    </message>
    <message>
        <source>the folder&apos;s name is none of the classes that are learned</source>
        <translation>폴더 이름이 학습하는 종류에 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no picture that can be learned from, and is no class</source>
        <translation>&quot;%1&quot; 폴더에는 학습할 수 있는 그림이 없어 종류로 세지 않습니다</translation>
    </message>
    <message>
        <source>there is no picture that can be read in the class folders</source>
        <translation>종류 폴더에 읽을 수 있는 그림이 없습니다</translation>
    </message>
    <message>
        <source>there is only one class, &quot;%1&quot;; a network needs at least two to tell apart</source>
        <translation>종류가 &quot;%1&quot; 하나뿐입니다. 구별하려면 종류가 둘 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>reading the data was cancelled</source>
        <translation>데이터 읽기를 취소했습니다</translation>
    </message>
    <message>
        <source>the JPEG picture is cut: its end is missing. Copy it again from where it came</source>
        <translation>JPEG 그림이 잘렸습니다. 끝부분이 없습니다. 원본을 다시 복사하세요</translation>
    </message>
    <message>
        <source>the JPEG picture has %1 bits a colour; only 8 can be read. Save it again as JPEG or PNG</source>
        <translation>JPEG 그림의 색이 %1비트입니다. 8비트만 읽을 수 있습니다. JPEG나 PNG로 다시 저장하세요</translation>
    </message>
    <message>
        <source>the file is packed</source>
        <translation>파일이 압축되어 있습니다</translation>
    </message>
    <message>
        <source>Unpack it first (gunzip)</source>
        <translation>먼저 압축을 푸세요 (gunzip)</translation>
    </message>
    <message>
        <source>the file %1-%2 is missing</source>
        <translation>파일 %1-%2이(가) 없습니다</translation>
    </message>
    <message>
        <source>Put the four MNIST files into this folder</source>
        <translation>MNIST 파일 네 개를 이 폴더에 넣으세요</translation>
    </message>
    <message>
        <source>Copy the file again from where it came</source>
        <translation>원본 파일을 다시 복사하세요</translation>
    </message>
    <message>
        <source>begins with the number %1; an IDX file of this kind begins with %2</source>
        <translation>첫 숫자가 %1입니다. 이런 IDX 파일은 %2(으)로 시작합니다</translation>
    </message>
    <message>
        <source>axis %1 has the length %2</source>
        <translation>축 %1의 길이가 %2입니다</translation>
    </message>
    <message>
        <source>has %1 bytes; its header asks for %2</source>
        <translation>%1바이트입니다. 머리글에 따르면 %2바이트여야 합니다</translation>
    </message>
    <message>
        <source>has %1 labels, but there are %2 pictures</source>
        <translation>정답은 %1개인데 그림은 %2장입니다</translation>
    </message>
    <message>
        <source>the part of the program that reads pictures cannot be loaded: %1</source>
        <translation>그림을 읽는 부분을 불러올 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Install the program again</source>
        <translation>프로그램을 다시 설치하세요</translation>
    </message>
    <message>
        <source>there is not enough memory to read the picture; save it smaller</source>
        <translation>그림을 읽을 메모리가 모자랍니다. 더 작게 저장하세요</translation>
    </message>
    <message>
        <source>the picture is damaged and cannot be decoded. Save it again, or copy it again</source>
        <translation>그림이 손상되어 읽을 수 없습니다. 다시 저장하거나 다시 복사하세요</translation>
    </message>
    <message>
        <source>HEIC pictures cannot be read; save them as JPEG (on the telephone: choose the format &quot;most compatible&quot;)</source>
        <translation>HEIC 그림은 읽을 수 없습니다. JPEG로 저장하세요 (휴대전화에서는 &quot;호환성 우선&quot; 형식을 고르세요)</translation>
    </message>
    <message>
        <source>AVIF pictures cannot be read; save them as JPEG or PNG</source>
        <translation>AVIF 그림은 읽을 수 없습니다. JPEG나 PNG로 저장하세요</translation>
    </message>
    <message>
        <source>this is a film, not a picture; save single pictures of it as JPEG</source>
        <translation>그림이 아니라 동영상입니다. 장면을 JPEG로 저장하세요</translation>
    </message>
    <message>
        <source>GIF pictures cannot be read; save them as PNG</source>
        <translation>GIF 그림은 읽을 수 없습니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>TIFF and camera raw pictures cannot be read; save them as PNG or JPEG</source>
        <translation>TIFF와 카메라 RAW 그림은 읽을 수 없습니다. PNG나 JPEG로 저장하세요</translation>
    </message>
    <message>
        <source>JPEG XL pictures cannot be read; save them as JPEG or PNG</source>
        <translation>JPEG XL 그림은 읽을 수 없습니다. JPEG나 PNG로 저장하세요</translation>
    </message>
    <message>
        <source>JPEG 2000 pictures cannot be read; save them as JPEG or PNG</source>
        <translation>JPEG 2000 그림은 읽을 수 없습니다. JPEG나 PNG로 저장하세요</translation>
    </message>
    <message>
        <source>Photoshop files cannot be read; save them as PNG</source>
        <translation>포토샵 파일은 읽을 수 없습니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>this is a PDF document, not a picture; save it as PNG</source>
        <translation>그림이 아니라 PDF 문서입니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>SVG drawings cannot be read; save them as PNG</source>
        <translation>SVG 그림은 읽을 수 없습니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>this is text, not a picture, whatever its name says</source>
        <translation>이름과 달리 그림이 아니라 글입니다</translation>
    </message>
    <message>
        <source>this is no picture that can be read; JPEG, PNG, WebP and BMP can</source>
        <translation>읽을 수 있는 그림이 아닙니다. JPEG, PNG, WebP, BMP를 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>the picture says it has %1 pixels; the file is damaged</source>
        <translation>그림에 적힌 픽셀 수가 %1개입니다. 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>the picture says it has %1 pixels; at most 100 million are read. Save it smaller</source>
        <translation>그림에 적힌 픽셀 수가 %1개입니다. 최대 1억 개까지 읽습니다. 더 작게 저장하세요</translation>
    </message>
    <message>
        <source>the file changed while it was read; read the folder again</source>
        <translation>읽는 동안 파일이 바뀌었습니다. 폴더를 다시 읽으세요</translation>
    </message>
    <message>
        <source>The decoded pictures cannot be kept in the folder %1 (%2). They stay in memory, and the next start decodes them again</source>
        <translation>풀어 놓은 그림을 %1 폴더에 둘 수 없습니다 (%2). 지금은 메모리에 두고, 다음에 시작할 때 다시 풉니다</translation>
    </message>
    <message>
        <source>the file of decoded pictures became shorter while it was used</source>
        <translation>풀어 놓은 그림의 파일이 쓰는 동안 짧아졌습니다</translation>
    </message>
    <message>
        <source>Read the folder of pictures again</source>
        <translation>그림 폴더를 다시 읽으세요</translation>
    </message>
    <message>
        <source>height and width must be whole numbers from 1 to %1, one is %2</source>
        <translation>높이와 너비는 1부터 %1까지의 정수여야 합니다. 그렇지 않은 값: %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>Name the file or folder to learn from</source>
        <translation>학습할 파일이나 폴더를 쓰세요</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Check the name, or choose where your data lies now</source>
        <translation>이름을 확인하거나, 데이터가 지금 있는 곳을 고르세요</translation>
    </message>
    <message>
        <source>must be two numbers, height and width</source>
        <translation>높이와 너비, 두 숫자여야 합니다</translation>
    </message>
    <message>
        <source>the file has no tensor &quot;%1&quot;</source>
        <translation>파일에 텐서 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>Save the samples as &quot;inputs&quot; and the right answers as &quot;targets&quot;</source>
        <translation>예시는 &quot;inputs&quot;, 정답은 &quot;targets&quot;라는 이름으로 저장하세요</translation>
    </message>
    <message>
        <source>must hold F32 or I64 numbers, and holds another type</source>
        <translation>F32나 I64 숫자가 있어야 하는데 다른 형식입니다</translation>
    </message>
    <message>
        <source>must hold at least one number, its shape is %1</source>
        <translation>숫자가 하나 이상 있어야 합니다. 지금 모양: %1</translation>
    </message>
    <message>
        <source>element %1 is not a finite number</source>
        <translation>%1번째 값이 무한하거나 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>Replace NaN and infinite values before saving the file</source>
        <translation>파일을 저장하기 전에 NaN과 무한한 값을 다른 값으로 바꾸세요</translation>
    </message>
    <message>
        <source>element %1 is %2; class and token numbers count from 0 to %3</source>
        <translation>%1번째 값이 %2입니다. 종류와 토큰의 번호는 0부터 %3까지입니다</translation>
    </message>
    <message>
        <source>must be N×... numbers or N×T tokens, its shape is %1</source>
        <translation>N×... 숫자이거나 N×T 토큰이어야 합니다. 지금 모양: %1</translation>
    </message>
    <message>
        <source>has %1 answers, but there are %2 samples</source>
        <translation>정답은 %1개인데 예시는 %2개입니다</translation>
    </message>
    <message>
        <source>must be N class numbers or N×T tokens as long as the inputs; its shape is %1</source>
        <translation>종류 번호 N개이거나 입력과 길이가 같은 N×T 토큰이어야 합니다. 지금 모양: %1</translation>
    </message>
    <message>
        <source>The shape &quot;%1&quot; has values to come close to, but the loss %2 needs classes</source>
        <translation>&quot;%1&quot; 모양의 정답은 숫자 값인데, 손실 %2에는 종류가 필요합니다</translation>
    </message>
    <message>
        <source>Choose the loss mse or mae, or another shape</source>
        <translation>손실로 mse나 mae를 고르거나, 다른 모양을 고르세요</translation>
    </message>
    <message>
        <source>There is no toy shape named &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 점 모양은 없습니다</translation>
    </message>
    <message>
        <source>Choose spiral, circles, xor, moons, gaussians, line or sine</source>
        <translation>spiral, circles, xor, moons, gaussians, line, sine 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>Say last, best, an id, name:TEXT, or at least eight hex digits of a hash</source>
        <translation>last, best, 번호, name:이름, 또는 해시의 16진수 여덟 자리 이상을 쓰세요</translation>
    </message>
    <message>
        <source>this run has no checkpoint yet</source>
        <translation>이 학습 기록에는 아직 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>no checkpoint of this run has a validation loss</source>
        <translation>이 학습 기록에는 검증 손실이 있는 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>this run has no such checkpoint</source>
        <translation>이 학습 기록에는 그런 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>%1 checkpoints fit, the first two have the ids %2 and %3</source>
        <translation>맞는 체크포인트가 %1개입니다. 처음 둘의 번호: %2, %3</translation>
    </message>
    <message>
        <source>the history of this run cannot be read: %1</source>
        <translation>이 학습 기록의 역사를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Make room there, or choose another folder</source>
        <translation>그곳에 빈자리를 만들거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>the disk is full: %1 bytes are needed in the folder %2, %3 are free</source>
        <translation>디스크가 가득 찼습니다. %2 폴더에 %1바이트가 필요한데 %3바이트가 남아 있습니다</translation>
    </message>
    <message>
        <source>files may not grow so large here: %1 bytes are needed in the folder %2</source>
        <translation>여기서는 파일이 그만큼 커질 수 없습니다. %2 폴더에 %1바이트가 필요합니다</translation>
    </message>
    <message>
        <source>nothing may be written to the folder %1 (%2 bytes are needed)</source>
        <translation>%1 폴더에는 쓸 수 없습니다 (%2바이트가 필요합니다)</translation>
    </message>
    <message>
        <source>Allow writing there, or choose another folder</source>
        <translation>그곳에 쓸 수 있게 허용하거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>the folder %1 is not there any more (%2 bytes are needed)</source>
        <translation>%1 폴더가 이제 없습니다 (%2바이트가 필요합니다)</translation>
    </message>
    <message>
        <source>Bring it back, or choose another folder</source>
        <translation>그 폴더를 되살리거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>writing %1 bytes to the folder %2 failed: %3</source>
        <translation>%2 폴더에 %1바이트를 쓰지 못했습니다: %3</translation>
    </message>
    <message>
        <source>Check the disk, or choose another folder</source>
        <translation>디스크를 살펴보거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>this is not a run: there is no run.sqlite in it</source>
        <translation>학습 기록이 아닙니다. 안에 run.sqlite 파일이 없습니다</translation>
    </message>
    <message>
        <source>Choose a folder that Neurarium has made</source>
        <translation>Neurarium이 만든 폴더를 고르세요</translation>
    </message>
    <message>
        <source>this run was never finished being made</source>
        <translation>이 학습 기록은 만들어지다가 멈추었습니다</translation>
    </message>
    <message>
        <source>Remove the folder and start the run anew</source>
        <translation>이 폴더를 지우고 학습을 새로 시작하세요</translation>
    </message>
    <message>
        <source>This run was made by a newer version of Neurarium: it can be looked at here, but not changed</source>
        <translation>이 학습 기록은 더 새로운 Neurarium이 만들었습니다. 여기서는 볼 수만 있고 바꿀 수는 없습니다</translation>
    </message>
    <message>
        <source>This run is open in %1: here it can only be looked at</source>
        <translation>이 학습 기록은 다른 곳에 열려 있습니다: %1. 여기서는 볼 수만 있습니다</translation>
    </message>
    <message>
        <source>the experiment of this run is missing or too long</source>
        <translation>이 학습 기록의 실험 파일이 없거나 너무 깁니다</translation>
    </message>
    <message>
        <source>Put a copy of experiment.json back into the folder</source>
        <translation>experiment.json의 사본을 폴더에 다시 넣으세요</translation>
    </message>
    <message>
        <source>a new run needs a new or empty folder, this one is in use</source>
        <translation>새 학습 기록에는 새 폴더나 빈 폴더가 필요한데, 이 폴더는 이미 쓰이고 있습니다</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>this run is already open in %1</source>
        <translation>이 학습 기록은 이미 열려 있습니다: %1</translation>
    </message>
    <message>
        <source>Close it there, or open it here for looking only</source>
        <translation>그쪽에서 닫거나, 여기서 보기만 하도록 여세요</translation>
    </message>
    <message>
        <source>the file has %1 bytes, %2 were saved</source>
        <translation>파일은 %1바이트인데 저장한 것은 %2바이트입니다</translation>
    </message>
    <message>
        <source>Use another checkpoint, or a copy of this file</source>
        <translation>다른 체크포인트나 이 파일의 사본을 쓰세요</translation>
    </message>
    <message>
        <source>the file cannot be opened: %1</source>
        <translation>파일을 열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Checkpoints whose files are gone were taken out of the list (%1): %2</source>
        <translation>파일이 없어진 체크포인트를 목록에서 뺐습니다 (%1개): %2</translation>
    </message>
    <message>
        <source>The files of some checkpoints are gone (%1): %2</source>
        <translation>체크포인트 몇 개의 파일이 없어졌습니다 (%1개): %2</translation>
    </message>
    <message>
        <source>Files of checkpoints that were never finished were removed (%1): %2</source>
        <translation>다 만들어지지 않은 체크포인트의 파일을 지웠습니다 (%1개): %2</translation>
    </message>
    <message>
        <source>Files that were cut off while they were written were removed (%1): %2</source>
        <translation>쓰다가 끊긴 파일을 지웠습니다 (%1개): %2</translation>
    </message>
    <message>
        <source>Checkpoint %1 is damaged and is not offered any more; its file was left as it is: %2</source>
        <translation>체크포인트 %1 파일이 손상되어 이제 고를 수 없습니다. 파일은 그대로 두었습니다: %2</translation>
    </message>
    <message>
        <source>the file was made by another program: it carries no hash</source>
        <translation>다른 프로그램이 만든 파일이어서 해시가 없습니다</translation>
    </message>
    <message>
        <source>Use another checkpoint, or take only the weights from this file</source>
        <translation>다른 체크포인트를 쓰거나, 이 파일에서 가중치만 가져오세요</translation>
    </message>
    <message>
        <source>the file is not the checkpoint that was saved: its hash begins with %1, not %2</source>
        <translation>저장했던 체크포인트 파일이 아닙니다. 해시의 앞부분이 %2이어야 하는데 %1입니다</translation>
    </message>
    <message>
        <source>this run is open for looking only</source>
        <translation>이 학습 기록은 보기만 하도록 열려 있습니다</translation>
    </message>
    <message>
        <source>Close it where it is open, or go on with a copy of its folder</source>
        <translation>열려 있는 곳에서 닫거나, 폴더의 사본으로 계속하세요</translation>
    </message>
    <message>
        <source>this run has no branch %1</source>
        <translation>이 학습 기록에는 갈래 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 is already recorded in this branch, which has come to %2</source>
        <translation>%1단계는 이미 기록되어 있습니다. 이 갈래는 %2단계까지 왔습니다</translation>
    </message>
    <message>
        <source>Use checkpoint %1 (epoch %2), the newest that is whole</source>
        <translation>손상되지 않은 것 가운데 가장 새로운 체크포인트 %1을(를) 쓰세요 (%2 에포크)</translation>
    </message>
    <message>
        <source>the word &quot;%1&quot; is not known there</source>
        <translation>그곳에서 쓸 수 없는 낱말입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the file could not be read to its end</source>
        <translation>파일을 끝까지 읽을 수 없었습니다</translation>
    </message>
    <message>
        <source>Check its name and that you may read it</source>
        <translation>파일 이름과 읽기 권한을 확인하세요</translation>
    </message>
    <message>
        <source>a safetensors file has at least 10 bytes, this one has %1</source>
        <translation>safetensors 파일은 10바이트 이상인데, 이 파일은 %1바이트입니다</translation>
    </message>
    <message>
        <source>the header should have %1 bytes, at most %2 are possible</source>
        <translation>머리글이 %1바이트라고 하는데, 최대 %2바이트까지 가능합니다</translation>
    </message>
    <message>
        <source>the content does not match the hash that the file carries</source>
        <translation>내용이 파일에 적힌 해시와 맞지 않습니다</translation>
    </message>
    <message>
        <source>the state has too many tensors for one file</source>
        <translation>파일 하나에 담기에는 텐서가 너무 많습니다</translation>
    </message>
    <message>
        <source>a name or text is not UTF-8</source>
        <translation>이름이나 글이 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; comes twice in the header</source>
        <translation>머리글에 &quot;%1&quot;이라는 이름이 두 번 나옵니다</translation>
    </message>
    <message>
        <source>the header is not valid JSON at byte %1</source>
        <translation>머리글의 %1번째 바이트부터 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>the header has a value of the wrong kind at &quot;%1&quot;</source>
        <translation>머리글의 &quot;%1&quot;에 다른 형식의 값이 있습니다</translation>
    </message>
    <message>
        <source>the header lists more than a checkpoint can hold</source>
        <translation>머리글에 적힌 항목이 체크포인트 하나에 담을 수 있는 것보다 많습니다</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; has the unknown entry &quot;%2&quot;</source>
        <translation>텐서 &quot;%1&quot;에 알 수 없는 항목 &quot;%2&quot;이(가) 있습니다</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; has the entry &quot;%2&quot; twice</source>
        <translation>텐서 &quot;%1&quot;에 &quot;%2&quot; 항목이 두 번 있습니다</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; has the type &quot;%2&quot;, which is not known</source>
        <translation>텐서 &quot;%1&quot;의 형식 &quot;%2&quot;은(는) 알 수 없는 형식입니다</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; needs dtype, shape and two data_offsets</source>
        <translation>텐서 &quot;%1&quot;에는 dtype, shape, data_offsets 두 개가 있어야 합니다</translation>
    </message>
    <message>
        <source>the shape of the tensor &quot;%1&quot; does not fit its data_offsets</source>
        <translation>텐서 &quot;%1&quot;의 모양이 data_offsets와 맞지 않습니다</translation>
    </message>
    <message>
        <source>the header has a control character at byte %1</source>
        <translation>머리글의 %1번째 바이트에 제어 문자가 있습니다</translation>
    </message>
    <message>
        <source>the header has a text of more than %1 bytes</source>
        <translation>머리글에 %1바이트보다 긴 글이 있습니다</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; should begin at byte %2 of the data, but begins at %3</source>
        <translation>텐서 &quot;%1&quot;은(는) 데이터의 %2번째 바이트에서 시작해야 하는데 %3번째에서 시작합니다</translation>
    </message>
    <message>
        <source>the header describes %1 bytes of data, but the file has %2</source>
        <translation>머리글에는 데이터가 %1바이트라고 적혀 있는데 파일에는 %2바이트가 있습니다</translation>
    </message>
    <message>
        <source>its hash does not have 64 hex digits</source>
        <translation>해시가 16진수 64자리가 아닙니다</translation>
    </message>
    <message>
        <source>the metadata &quot;%1&quot; looks like a hash whose name is damaged</source>
        <translation>부가 정보 &quot;%1&quot;은(는) 이름이 손상된 해시로 보입니다</translation>
    </message>
    <message>
        <source>%1 bytes do not fill the shape %2</source>
        <translation>%1바이트로는 모양 %2을(를) 채울 수 없습니다</translation>
    </message>
    <message>
        <source>the header must begin with { and end with } and spaces</source>
        <translation>머리글은 { 로 시작하고 } 와 빈칸으로 끝나야 합니다</translation>
    </message>
    <message>
        <source>the hash could not be computed</source>
        <translation>해시를 계산할 수 없었습니다</translation>
    </message>
    <message>
        <source>the steps from %1 on do not have the right length</source>
        <translation>%1단계부터의 기록은 길이가 맞지 않습니다</translation>
    </message>
    <message>
        <source>whole numbers are expected, fractions were found</source>
        <translation>정수가 있어야 할 곳에 소수가 있습니다</translation>
    </message>
    <message>
        <source>must be at least 1, is %1</source>
        <translation>1 이상이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>Batch %1 was asked for, but an epoch has %2 batches</source>
        <translation>묶음 %1번을 찾았지만 한 에포크에는 묶음이 %2개입니다</translation>
    </message>
    <message>
        <source>must be a fraction of at least 0 and below 1, is %1</source>
        <translation>0 이상 1 미만의 비율이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>The samples have the shape %1, but %2 was announced</source>
        <translation>예시의 모양이 %1인데, 미리 알린 모양은 %2입니다</translation>
    </message>
    <message>
        <source>The targets have the shape %1, but %2 was announced</source>
        <translation>정답의 모양이 %1인데, 미리 알린 모양은 %2입니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; there are: %2</source>
        <translation>알 수 없는 이름입니다: &quot;%1&quot;. 쓸 수 있는 것: %2</translation>
    </message>
    <message>
        <source>must hold at least one layer</source>
        <translation>층이 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>may hold letters, digits, _ and - only, is &quot;%1&quot;</source>
        <translation>영문자, 숫자, _, - 만 쓸 수 있습니다. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of another layer already</source>
        <translation>이미 다른 층이 쓰는 이름입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>must be a list of layers in square brackets</source>
        <translation>층의 목록을 대괄호로 묶어 써야 합니다</translation>
    </message>
    <message>
        <source>must be a whole number of at least 0, is %1</source>
        <translation>0 이상의 정수여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>is missing; it must be given</source>
        <translation>빠져 있습니다. 반드시 써야 합니다</translation>
    </message>
    <message>
        <source>must be 1, the version of this format, is %1</source>
        <translation>이 형식의 판인 1이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>cannot be read as a file; check the name and the access rights</source>
        <translation>파일로 읽을 수 없습니다. 이름과 읽기 권한을 확인하세요</translation>
    </message>
    <message>
        <source>has %1 bytes; an experiment file has at most %2</source>
        <translation>%1바이트입니다. 실험 파일은 최대 %2바이트입니다</translation>
    </message>
    <message>
        <source>brackets are nested deeper than %1</source>
        <translation>괄호가 %1겹보다 깊습니다</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in the same object; keep one of them</source>
        <translation>같은 객체에 &quot;%1&quot; 이름이 두 번 있습니다. 하나만 남기세요</translation>
    </message>
    <message>
        <source>this is not JSON; look for a missing comma, quote or bracket just before</source>
        <translation>JSON이 아닙니다. 바로 앞에 쉼표, 따옴표, 괄호가 빠졌는지 살펴보세요</translation>
    </message>
    <message>
        <source>a number is too large to be represented</source>
        <translation>숫자가 너무 커서 나타낼 수 없습니다</translation>
    </message>
    <message>
        <source>must be above %1, is %2</source>
        <translation>%1보다 커야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be at least %1, is %2</source>
        <translation>%1 이상이어야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be below %1, is %2</source>
        <translation>%1보다 작아야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be at most %1, is %2</source>
        <translation>%1 이하여야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be a whole number or &quot;%1&quot;, is %2</source>
        <translation>정수이거나 &quot;%1&quot;이어야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be a whole number, is %1</source>
        <translation>정수여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be a list of %1 numbers, is %2</source>
        <translation>숫자 %1개의 목록이어야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be one of %1, is %2</source>
        <translation>다음 가운데 하나여야 합니다: %1. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be true or false, is %1</source>
        <translation>true나 false여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be a number, is %1</source>
        <translation>숫자여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be a text in quotes, is %1</source>
        <translation>따옴표로 묶은 글이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be a list of texts in quotes, is %1</source>
        <translation>따옴표로 묶은 글의 목록이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be an object in braces, is %1</source>
        <translation>중괄호로 묶은 객체여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>is not known here; known are: %1</source>
        <translation>여기에 쓸 수 없는 이름입니다. 쓸 수 있는 것: %1</translation>
    </message>
    <message>
        <source>There is no instruction level “%1”: it must be baseline, v3 or v4</source>
        <translation>명령어 단계 “%1”은(는) 없습니다. baseline, v3, v4 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>Choose one of these, or unset the variable to use the fastest</source>
        <translation>이 가운데 하나를 고르거나, 변수를 지우고 가장 빠른 것을 쓰세요</translation>
    </message>
    <message>
        <source>This processor lacks the instructions of level %1</source>
        <translation>이 프로세서에는 %1 단계의 명령어가 없습니다</translation>
    </message>
    <message>
        <source>Unset the variable to use the fastest level that this processor has</source>
        <translation>변수를 지우면 이 프로세서의 가장 빠른 단계를 씁니다</translation>
    </message>
    <message>
        <source>must be between 0 and 1, is %1</source>
        <translation>0과 1 사이여야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>must be above 0, is %1</source>
        <translation>0보다 커야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>needs a list of features or an image (channels×height×width), got %1</source>
        <translation>숫자의 목록이나 그림(채널×높이×너비)이 필요합니다. 받은 것: %1</translation>
    </message>
    <message>
        <source>%1 groups must divide the channels before (%2) and behind (%3) the layer</source>
        <translation>그룹 수 %1개로 층 앞의 채널 %2개와 층 뒤의 채널 %3개가 나누어떨어져야 합니다</translation>
    </message>
    <message>
        <source>needs at least one number a sample</source>
        <translation>예시마다 숫자가 하나 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>the data has no %1; write a number instead</source>
        <translation>데이터에 %1이(가) 없습니다. 대신 숫자를 쓰세요</translation>
    </message>
    <message>
        <source>its layers give %1 but its shortcut gives %2; both must be equal to be added</source>
        <translation>층들의 출력은 %1인데 지름길의 출력은 %2입니다. 더하려면 둘이 같아야 합니다</translation>
    </message>
    <message>
        <source>must be at most half of the kernel (%1), is %2</source>
        <translation>창의 절반(%1) 이하여야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>needs an image (channels×height×width), got %1</source>
        <translation>그림(채널×높이×너비)이 필요합니다. 받은 것: %1</translation>
    </message>
    <message>
        <source>a window of %1 does not fit into an image of %2 with padding %3</source>
        <translation>크기 %1인 창은 여백이 %3인 %2 그림에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>The memory of this computer is used up</source>
        <translation>이 컴퓨터의 메모리를 모두 썼습니다</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller batch or network.</source>
        <translation>다른 프로그램을 닫거나, 더 작은 묶음이나 신경망을 고르세요.</translation>
    </message>
    <message>
        <source>Something unexpected happened: %1</source>
        <translation>예상하지 못한 일이 생겼습니다: %1</translation>
    </message>
    <message>
        <source>The run does not say what its data looks like</source>
        <translation>이 학습 기록에는 데이터의 모양이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>It was made by another program or is damaged; train anew.</source>
        <translation>다른 프로그램이 만들었거나 손상되었습니다. 새로 학습하세요.</translation>
    </message>
    <message>
        <source>The state holds numbers that are not finite, so it is not saved</source>
        <translation>상태에 무한하거나 숫자가 아닌 값이 있어 저장하지 않았습니다</translation>
    </message>
    <message>
        <source>Go back to an earlier checkpoint and lower the learning rate.</source>
        <translation>앞선 체크포인트로 되돌아가 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>This run has no such checkpoint</source>
        <translation>이 학습 기록에는 그런 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>Choose one of the timeline.</source>
        <translation>타임라인에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>This run is open for looking only</source>
        <translation>이 학습 기록은 보기만 하도록 열려 있습니다</translation>
    </message>
    <message>
        <source>Close the other program that has it, then open the run again.</source>
        <translation>이 기록을 열고 있는 다른 프로그램을 닫은 다음 다시 여세요.</translation>
    </message>
    <message>
        <source>a length must be at least 0, is %1</source>
        <translation>길이는 0 이상이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>%1 has too many elements</source>
        <translation>%1 모양에는 값이 너무 많습니다</translation>
    </message>
    <message>
        <source>%1 numbers do not fill the shape %2</source>
        <translation>숫자 %1개로는 모양 %2을(를) 채울 수 없습니다</translation>
    </message>
    <message>
        <source>cross_entropy needs classes, but the data&apos;s targets are values</source>
        <translation>cross_entropy에는 종류가 필요한데, 이 데이터의 정답은 숫자 값입니다</translation>
    </message>
    <message>
        <source>choose mse or mae</source>
        <translation>mse나 mae를 고르세요</translation>
    </message>
    <message>
        <source>the network ends with %1, but the data needs one number for each of %2 classes</source>
        <translation>신경망의 출력은 %1인데, 데이터에는 종류 %2개마다 숫자가 하나씩 필요합니다</translation>
    </message>
    <message>
        <source>must be %1, the number of classes in the data, is %2</source>
        <translation>데이터의 종류 수인 %1이어야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>must be %1, the numbers of one target in the data, is %2</source>
        <translation>데이터에서 정답 하나의 숫자 수인 %1이어야 합니다. 지금 값: %2</translation>
    </message>
    <message>
        <source>binary_cross_entropy tells two classes apart, the data has %1</source>
        <translation>binary_cross_entropy는 두 종류를 구별하는데, 데이터에는 종류가 %1개 있습니다</translation>
    </message>
    <message>
        <source>choose cross_entropy</source>
        <translation>cross_entropy를 고르세요</translation>
    </message>
    <message>
        <source>up to here the network needs %1 MiB of memory; half of this computer&apos;s is %2 MiB</source>
        <translation>여기까지 신경망에 메모리가 %1 MiB 필요한데, 이 컴퓨터 메모리의 절반은 %2 MiB입니다</translation>
    </message>
    <message>
        <source>make this layer smaller, or the batch</source>
        <translation>이 층이나 묶음을 더 작게 하세요</translation>
    </message>
    <message>
        <source>holds no sample to learn from</source>
        <translation>학습할 예시가 하나도 없습니다</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of the training state is missing</source>
        <translation>학습 상태에 &quot;%1&quot; 항목이 없습니다</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of the training state is no number: %2</source>
        <translation>학습 상태의 &quot;%1&quot; 항목이 숫자가 아닙니다: %2</translation>
    </message>
    <message>
        <source>does not fit this network; %1 differences, the first are: %2</source>
        <translation>이 신경망과 맞지 않습니다. 다른 점 %1개, 그 가운데 처음 것: %2</translation>
    </message>
    <message>
        <source>choose a file that was made by the same network</source>
        <translation>같은 신경망이 만든 파일을 고르세요</translation>
    </message>
    <message>
        <source>was made by another experiment: its data options, network or training differ</source>
        <translation>다른 실험이 만들었습니다. 데이터 설정, 신경망, 학습 방법 가운데 다른 것이 있습니다</translation>
    </message>
    <message>
        <source>was made with other data than is there now; the samples or classes differ</source>
        <translation>지금 있는 데이터와 다른 데이터로 만들었습니다. 예시나 종류가 다릅니다</translation>
    </message>
    <message>
        <source>was made with the arithmetic %1, this computer has %2; only the weights can be taken</source>
        <translation>%1 방식의 계산으로 만들었는데 이 컴퓨터는 %2 방식입니다. 가중치만 가져올 수 있습니다</translation>
    </message>
    <message>
        <source>The figure could not be written: %1</source>
        <translation>그림 파일을 쓸 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on this one</source>
        <translation>다른 폴더를 고르거나, 이 폴더가 있는 디스크에 빈자리를 만드세요</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of the training state cannot be %2</source>
        <translation>학습 상태의 &quot;%1&quot; 항목은 %2일 수 없습니다</translation>
    </message>
    <message>
        <source>the numbers of the tensor %1 have another type than this program writes</source>
        <translation>텐서 %1의 숫자 형식이 이 프로그램이 쓰는 형식과 다릅니다</translation>
    </message>
    <message>
        <source>was made by another version of the program (%1 instead of %2)</source>
        <translation>다른 판의 프로그램이 만들었습니다 (%2 대신 %1)</translation>
    </message>
    <message>
        <source>holds frozen weights that this network does not have: %1</source>
        <translation>이 신경망에 없는 고정된 가중치가 들어 있습니다: %1</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>비워 둘 수 없습니다</translation>
    </message>
    <message>
        <source>must be at least %1, the tokens of a sample, is %2</source>
        <translation>예시 하나의 토큰 수인 %1 이상이어야 하는데 %2입니다</translation>
    </message>
    <message>
        <source>needs a row of tokens for each sample, and gets %1</source>
        <translation>예시마다 토큰 한 줄이 필요한데 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>needs a row of numbers for each token, and gets %1</source>
        <translation>토큰마다 숫자 한 줄이 필요한데 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>put a token_embedding before it</source>
        <translation>그 앞에 token_embedding을 두세요</translation>
    </message>
    <message>
        <source>%1 heads must share the %2 numbers of a token evenly</source>
        <translation>헤드 %1개가 토큰의 숫자 %2개를 똑같이 나누어 가져야 합니다</translation>
    </message>
    <message>
        <source>leaves nothing of the %1 numbers of a token</source>
        <translation>토큰의 숫자 %1개 가운데 아무것도 남지 않습니다</translation>
    </message>
    <message>
        <source>needs tokens, and what comes in are other numbers</source>
        <translation>토큰이 필요한데 다른 숫자가 들어옵니다</translation>
    </message>
    <message>
        <source>put it first, and choose data that is made of tokens</source>
        <translation>맨 앞에 두고, 토큰으로 된 데이터를 고르세요</translation>
    </message>
    <message>
        <source>the data is made of tokens, and this layer cannot read them</source>
        <translation>데이터가 토큰으로 되어 있어 이 층은 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>must be at least %1, the number of tokens in the data, is %2</source>
        <translation>데이터의 토큰 수인 %1 이상이어야 하는데 %2입니다</translation>
    </message>
    <message>
        <source>needs the whole text at once and cannot go on token by token</source>
        <translation>글 전체가 한꺼번에 필요해서 토큰 하나씩 이어 갈 수 없습니다</translation>
    </message>
    <message>
        <source>There are playground, mnist, cats, cats32, gpt and gpt-write.</source>
        <translation>playground, mnist, cats, cats32, gpt, gpt-write가 있습니다.</translation>
    </message>
    <message>
        <source>The data of this run was not found; name its folder with --data PATH, so that eval, predict and verify work again</source>
        <translation>이 학습 기록의 데이터를 찾지 못했습니다. eval, predict, verify를 다시 쓰려면 --data PATH로 데이터 폴더를 알려 주세요</translation>
    </message>
    <message>
        <source>Nothing in the file can be read any more</source>
        <translation>이 파일에서는 이제 아무것도 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 of its %2 tensors lie whole in the file and can be looked into</source>
        <translation>텐서 %2개 가운데 %1개가 파일에 온전히 남아 있어 들여다볼 수 있습니다</translation>
    </message>
    <message>
        <source>All of its %1 tensors can be looked into, but some byte of the file is no longer the one that was saved</source>
        <translation>텐서 %1개를 모두 들여다볼 수 있지만, 저장했을 때와 달라진 바이트가 있습니다</translation>
    </message>
    <message>
        <source>Checkpoint %1 (step %2) is whole; training from there comes to the same state again</source>
        <translation>체크포인트 %1(%2단계)은(는) 온전합니다. 거기서 학습하면 같은 상태가 다시 나옵니다</translation>
    </message>
    <message>
        <source>neurarium-cli repair builds it anew from the checkpoints</source>
        <translation>neurarium-cli repair가 체크포인트에서 다시 만듭니다</translation>
    </message>
    <message>
        <source>the history of this run is missing</source>
        <translation>이 학습의 기록 파일이 없습니다</translation>
    </message>
    <message>
        <source>its tables are of another version of Neurarium</source>
        <translation>다른 버전의 Neurarium이 만든 표가 들어 있습니다</translation>
    </message>
    <message>
        <source>the history of this run is damaged: %1</source>
        <translation>이 학습의 기록이 손상되었습니다: %1</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>파일이 없습니다</translation>
    </message>
    <message>
        <source>there is no such file to look into</source>
        <translation>들여다볼 파일이 없습니다</translation>
    </message>
    <message>
        <source>8 bytes, a header of %1 and numbers of %2 make %3 bytes, the file has %4</source>
        <translation>8바이트, 머리글 %1바이트, 숫자 %2바이트를 더하면 %3바이트인데 파일은 %4바이트입니다</translation>
    </message>
    <message>
        <source>this file has no such tensor</source>
        <translation>이 파일에는 그런 텐서가 없습니다</translation>
    </message>
    <message>
        <source>Look into the file: its tensors are listed there</source>
        <translation>파일을 들여다보면 텐서 목록이 나옵니다</translation>
    </message>
    <message>
        <source>there is such a file already</source>
        <translation>그런 파일이 이미 있습니다</translation>
    </message>
    <message>
        <source>the file does not belong to the experiment of this run</source>
        <translation>이 학습의 실험에 속하지 않는 파일입니다</translation>
    </message>
    <message>
        <source>The history of this run is sound: nothing had to be repaired</source>
        <translation>이 학습의 기록은 온전합니다. 고칠 것이 없었습니다</translation>
    </message>
    <message>
        <source>The history of this run cannot be used: %1</source>
        <translation>이 학습의 기록을 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The damaged history was kept as %1</source>
        <translation>손상된 기록은 %1(으)로 남겨 두었습니다</translation>
    </message>
    <message>
        <source>Branches (%1), checkpoints (%2) and changes (%3) could still be read and were kept</source>
        <translation>갈래 %1개, 체크포인트 %2개, 변경 %3개를 읽을 수 있어 그대로 두었습니다</translation>
    </message>
    <message>
        <source>no checkpoint of this run can be read, so nothing can be rebuilt</source>
        <translation>읽을 수 있는 체크포인트가 하나도 없어 다시 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Start the experiment anew; its experiment.json is sound</source>
        <translation>실험을 새로 시작하세요. experiment.json은 온전합니다</translation>
    </message>
    <message>
        <source>%1 checkpoints were found in their files; by their steps they belong to %2 branches, and %3 changes lie between them</source>
        <translation>파일에서 체크포인트 %1개를 찾았습니다. 단계로 보아 갈래 %2개에 속하고, 그 사이에 변경이 %3개 있습니다</translation>
    </message>
    <message>
        <source>Names and letters of checkpoints, and most validation figures, are lost</source>
        <translation>체크포인트의 이름과 글자, 대부분의 검증 수치는 잃었습니다</translation>
    </message>
    <message>
        <source>The curve of the loss is lost; the checkpoints are not touched by that</source>
        <translation>손실 곡선은 잃었습니다. 체크포인트는 그대로입니다</translation>
    </message>
    <message>
        <source>The curve of the loss could be kept: %1 steps and %2 epochs</source>
        <translation>손실 곡선을 살렸습니다: %1단계, %2 에포크</translation>
    </message>
    <message>
        <source>Part of the curve of the loss could be kept: %1 steps and %2 epochs</source>
        <translation>손실 곡선의 일부를 살렸습니다: %1단계, %2 에포크</translation>
    </message>
    <message>
        <source>The file of checkpoint %1 is gone</source>
        <translation>체크포인트 %1 파일이 없어졌습니다</translation>
    </message>
    <message>
        <source>The file of checkpoint %1 is damaged: %2</source>
        <translation>체크포인트 %1 파일이 손상되었습니다: %2</translation>
    </message>
    <message>
        <source>It was kept as %1</source>
        <translation>%1(으)로 남겨 두었습니다</translation>
    </message>
    <message>
        <source>this run has no such branch</source>
        <translation>이 학습 기록에는 그런 갈래가 없습니다</translation>
    </message>
    <message>
        <source>Choose a step that lies behind a sound checkpoint.</source>
        <translation>온전한 체크포인트 뒤에 있는 단계를 고르세요.</translation>
    </message>
    <message>
        <source>This run has no such branch</source>
        <translation>이 학습 기록에는 그런 갈래가 없습니다</translation>
    </message>
    <message>
        <source>How this branch began is not known any more</source>
        <translation>이 갈래가 어떻게 시작되었는지 더는 알 수 없습니다</translation>
    </message>
    <message>
        <source>The checkpoint that this branch left from is gone or damaged</source>
        <translation>이 갈래가 갈라져 나온 체크포인트가 없어졌거나 손상되었습니다</translation>
    </message>
    <message>
        <source>Branch %1 has the steps 0 to %2</source>
        <translation>갈래 %1에는 0단계부터 %2단계까지 있습니다</translation>
    </message>
    <message>
        <source>Training again diverges at step %1</source>
        <translation>다시 학습하면 %1단계에서 발산합니다</translation>
    </message>
    <message>
        <source>The weights alone can be taken from a checkpoint only</source>
        <translation>가중치만 가져오는 것은 체크포인트에서만 할 수 있습니다</translation>
    </message>
    <message>
        <source>--zero TENSOR and --out FILE belong together</source>
        <translation>--zero TENSOR와 --out FILE은 함께 써야 합니다</translation>
    </message>
    <message>
        <source>Ask for the file again, or for the run&apos;s folder</source>
        <translation>파일을 다시 받거나 학습 기록 폴더를 받으세요</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>this is no packed run: %1</source>
        <translation>묶은 학습 기록이 아닙니다: %1</translation>
    </message>
    <message>
        <source>it holds more than a run can have</source>
        <translation>학습 기록 하나에 담을 수 있는 것보다 많이 들어 있습니다</translation>
    </message>
    <message>
        <source>it holds &quot;%1&quot; twice</source>
        <translation>&quot;%1&quot;이(가) 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>this is no packed run: experiment.json or run.sqlite is missing</source>
        <translation>묶은 학습 기록이 아닙니다. experiment.json이나 run.sqlite가 없습니다</translation>
    </message>
    <message>
        <source>This run has no such change</source>
        <translation>이 학습 기록에는 그런 변경이 없습니다</translation>
    </message>
    <message>
        <source>A twin differs in exactly one thing</source>
        <translation>쌍둥이는 꼭 한 가지만 달라야 합니다</translation>
    </message>
    <message>
        <source>Change one knob, and leave the others as they were.</source>
        <translation>손잡이 하나만 바꾸고 나머지는 그대로 두세요.</translation>
    </message>
    <message>
        <source>this run was made by a newer version of Neurarium</source>
        <translation>이 학습은 더 새로운 Neurarium이 만들었습니다</translation>
    </message>
    <message>
        <source>Repair it with that version</source>
        <translation>그 버전으로 복구하세요</translation>
    </message>
    <message>
        <source>The file of checkpoint %1 is sound, but the history does not know it</source>
        <translation>체크포인트 %1 파일은 온전하지만 학습 기록에 없습니다</translation>
    </message>
    <message>
        <source>Branch %1 has no checkpoint that could be compared</source>
        <translation>갈래 %1에는 비교할 체크포인트가 없습니다</translation>
    </message>
    <message>
        <source>Branch %1 is said to come from branch %2, which is not older</source>
        <translation>갈래 %1이(가) 더 오래되지 않은 갈래 %2에서 나왔다고 적혀 있습니다</translation>
    </message>
    <message>
        <source>A size in bytes is expected, such as 500000, 20M or 2G, this is &quot;%1&quot;</source>
        <translation>바이트 단위의 크기를 쓰세요. 예: 500000, 20M, 2G. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>A thumbnail may have %1 bytes, this one has %2</source>
        <translation>미리 보기 그림은 %1바이트까지인데, 이 그림은 %2바이트입니다</translation>
    </message>
    <message>
        <source>A thumbnail must be a PNG file</source>
        <translation>미리 보기 그림은 PNG 파일이어야 합니다</translation>
    </message>
    <message>
        <source>The checkpoints of a run cannot take less than nothing</source>
        <translation>체크포인트가 쓸 수 있는 크기는 0보다 작을 수 없습니다</translation>
    </message>
    <message>
        <source>The checkpoints take %1, more than the %2 that they may take: those that are left are never deleted</source>
        <translation>체크포인트의 크기가 모두 %1로, 허용된 %2보다 큽니다. 남은 체크포인트는 지우지 않습니다</translation>
    </message>
    <message>
        <source>Allow this run more room.</source>
        <translation>이 학습 기록에 더 많은 공간을 허용하세요.</translation>
    </message>
    <message>
        <source>must be %1 vectors of %2 numbers, are %3 numbers</source>
        <translation>수 %2개로 된 벡터 %1개여야 합니다. 지금 수의 개수: %3</translation>
    </message>
    <message>
        <source>The numbers of “%1” are not finite: there is no map of them</source>
        <translation>“%1”의 값이 유한하지 않아 지도를 그릴 수 없습니다</translation>
    </message>
    <message>
        <source>Go back to a checkpoint from before the training diverged.</source>
        <translation>학습이 발산하기 전의 체크포인트로 되돌아가세요.</translation>
    </message>
    <message>
        <source>must be 2 or 3, is %1</source>
        <translation>2 또는 3이어야 합니다. 지금 값: %1</translation>
    </message>
    <message>
        <source>The map to start from shows other points</source>
        <translation>출발점으로 삼을 지도가 다른 점들을 보여 줍니다</translation>
    </message>
    <message>
        <source>the part of the labels that are wrong must lie between 0 and 1</source>
        <translation>틀린 정답의 비율은 0에서 1 사이여야 합니다</translation>
    </message>
    <message>
        <source>labels can be made wrong only where the data has at least two classes</source>
        <translation>정답은 종류가 두 가지 이상인 데이터에서만 틀리게 만들 수 있습니다</translation>
    </message>
    <message>
        <source>may hold characters beyond ASCII only, and holds &quot;%1&quot;</source>
        <translation>ASCII 밖의 글자만 담을 수 있는데, &quot;%1&quot;이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in the vocabulary twice</source>
        <translation>&quot;%1&quot;이(가) 어휘에 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>the vocabulary has %1 tokens; there may be %2</source>
        <translation>어휘에 토큰이 %1개 있습니다. %2개까지 담을 수 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a syllable, which is cut into its parts</source>
        <translation>&quot;%1&quot;은(는) 자모로 나뉘는 음절이라 여기에 둘 수 없습니다</translation>
    </message>
    <message>
        <source>must be two tokens below %1, is %2</source>
        <translation>%1보다 작은 토큰 번호 두 개여야 하는데, %2입니다</translation>
    </message>
    <message>
        <source>must be a list of merges in square brackets</source>
        <translation>대괄호로 묶은 병합 목록이어야 합니다</translation>
    </message>
    <message>
        <source>stands in the vocabulary twice</source>
        <translation>어휘에 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>makes a token of %1 bytes; there may be %2</source>
        <translation>%1바이트짜리 토큰을 만듭니다. %2바이트까지 됩니다</translation>
    </message>
    <message>
        <source>must be one word of 1 to %1 bytes, is &quot;%2&quot;</source>
        <translation>1~%1바이트의 단어 하나여야 하는데, &quot;%2&quot;입니다</translation>
    </message>
    <message>
        <source>the tokenizer %1 has from %2 to %3 tokens, not %4</source>
        <translation>토크나이저 %1의 토큰은 %2개에서 %3개까지입니다. %4개로는 할 수 없습니다</translation>
    </message>
    <message>
        <source>is %1, more than all stories together have</source>
        <translation>%1인데, 이야기를 모두 합쳐도 그보다 짧습니다</translation>
    </message>
    <message>
        <source>Ask for more stories with &quot;samples&quot;, or make &quot;context&quot; smaller</source>
        <translation>&quot;samples&quot;로 이야기를 늘리거나 &quot;context&quot;를 줄여 주세요</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it as plain text in UTF-8</source>
        <translation>파일을 만든 프로그램에서 열어 UTF-8 텍스트로 저장해 주세요</translation>
    </message>
    <message>
        <source>begins like UTF-16, but is not valid UTF-16</source>
        <translation>UTF-16처럼 시작하지만 올바른 UTF-16이 아닙니다</translation>
    </message>
    <message>
        <source>The text is UTF-16; it was converted to UTF-8</source>
        <translation>UTF-16으로 된 글이어서 UTF-8로 바꾸었습니다</translation>
    </message>
    <message>
        <source>The text is not UTF-8 but CP949 (Korean Windows); it was converted to UTF-8</source>
        <translation>UTF-8이 아니라 CP949(한국어 Windows)로 된 글이어서 UTF-8로 바꾸었습니다</translation>
    </message>
    <message>
        <source>is not UTF-8, and this system cannot convert CP949</source>
        <translation>UTF-8이 아니며, 이 컴퓨터에서는 CP949를 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>is neither UTF-8 nor CP949; the first wrong byte is in line %1</source>
        <translation>UTF-8도 CP949도 아닙니다. 처음 잘못된 바이트는 %1번째 줄에 있습니다</translation>
    </message>
    <message>
        <source>%1 bytes are not valid UTF-8, the first of them in line %2; each is a token of its own</source>
        <translation>바이트 %1개가 올바른 UTF-8이 아닙니다(처음 나오는 곳: %2번째 줄). 저마다 토큰 하나가 됩니다</translation>
    </message>
    <message>
        <source>is no text: the byte at %1 is 0</source>
        <translation>글이 아닙니다. %1번째 바이트가 0입니다</translation>
    </message>
    <message>
        <source>Line ends of Windows were made plain ones</source>
        <translation>Windows의 줄 끝을 보통 줄 끝으로 바꾸었습니다</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>글이 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>has %1 tokens; a sample needs %2 and the one behind them</source>
        <translation>토큰이 %1개입니다. 예시 하나에는 %2개와 그다음 하나가 필요합니다</translation>
    </message>
    <message>
        <source>Take a longer text, or make &quot;context&quot; smaller</source>
        <translation>더 긴 글을 고르거나 &quot;context&quot;를 줄여 주세요</translation>
    </message>
    <message>
        <source>The text has %1 tokens only: nothing is kept for validation</source>
        <translation>글의 토큰이 %1개뿐이어서 검증에 쓸 부분을 남기지 않았습니다</translation>
    </message>
    <message>
        <source>a window of %1 tokens at %2 does not fit into a text of %3</source>
        <translation>%2번째에서 시작하는 토큰 %1개짜리 창이 길이 %3인 글에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Open an undamaged copy of the run, or train anew.</source>
        <translation>손상되지 않은 학습 기록 사본을 열거나 새로 학습해 주세요.</translation>
    </message>
    <message>
        <source>The vocabulary kept with the run has %1 tokens, its network knows %2</source>
        <translation>학습 기록에 든 어휘의 토큰은 %1개인데, 신경망이 아는 토큰은 %2개입니다</translation>
    </message>
    <message>
        <source>The vocabulary kept with the run is not the one that it learned with</source>
        <translation>학습 기록에 든 어휘가 학습할 때 쓴 어휘와 다릅니다</translation>
    </message>
    <message>
        <source>This run did not learn from text and has no vocabulary</source>
        <translation>글로 배운 학습 기록이 아니어서 어휘가 없습니다</translation>
    </message>
    <message>
        <source>Train one on &quot;text&quot; or on &quot;stories&quot; first.</source>
        <translation>먼저 &quot;text&quot;나 &quot;stories&quot;로 학습해 주세요.</translation>
    </message>
    <message>
        <source>A run has its own tokenizer; name either the run or a tokenizer</source>
        <translation>학습 기록에는 자기 토크나이저가 있습니다. 학습 기록과 토크나이저 가운데 하나만 쓰세요</translation>
    </message>
    <message>
        <source>must be from %1 to %2</source>
        <translation>%1에서 %2까지여야 합니다</translation>
    </message>
    <message>
        <source>must be above 0 and at most 1</source>
        <translation>0보다 크고 1 이하여야 합니다</translation>
    </message>
    <message>
        <source>token %1 is not in the vocabulary, which has %2</source>
        <translation>어휘에 %1번 토큰이 없습니다. 어휘의 토큰은 %2개입니다</translation>
    </message>
    <message>
        <source>must be pca, tsne or umap, is “%1”</source>
        <translation>pca, tsne, umap 가운데 하나여야 합니다. 지금 값: “%1”</translation>
    </message>
    <message>
        <source>must be heads as BLOCK.HEAD, for example 1.2,3.1, is “%1”</source>
        <translation>1.2,3.1처럼 블록.헤드로 써야 합니다. 지금 값: “%1”</translation>
    </message>
    <message>
        <source>This network has neither a token embedding nor pictures to show</source>
        <translation>이 신경망에는 보여 줄 토큰 임베딩도 사진도 없습니다</translation>
    </message>
    <message>
        <source>There are no validation pictures, or no linear layer that reads them</source>
        <translation>검증 사진이 없거나 그것을 읽는 linear 층이 없습니다</translation>
    </message>
    <message>
        <source>needs either --attention SENTENCE or --embeddings FILE.csv</source>
        <translation>--attention 문장과 --embeddings 파일.csv 가운데 하나가 필요합니다</translation>
    </message>
    <message>
        <source>This network does not read text: there is no attention to look at</source>
        <translation>이 신경망은 글을 읽지 않아 볼 어텐션이 없습니다</translation>
    </message>
    <message>
        <source>The sentence is empty</source>
        <translation>문장이 비어 있습니다</translation>
    </message>
    <message>
        <source>Write a sentence of at least one token.</source>
        <translation>토큰이 하나 이상인 문장을 쓰세요.</translation>
    </message>
    <message>
        <source>The sentence has %1 tokens; the network reads at most %2</source>
        <translation>문장이 토큰 %1개인데 신경망은 %2개까지만 읽습니다</translation>
    </message>
    <message>
        <source>Shorten the sentence.</source>
        <translation>문장을 줄이세요.</translation>
    </message>
    <message>
        <source>There is no head %1 in block %2</source>
        <translation>블록 %2에는 헤드 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>This network has no transformer block: there is no attention to look at</source>
        <translation>이 신경망에는 트랜스포머 블록이 없어 볼 어텐션이 없습니다</translation>
    </message>
    <message>
        <source>There is no token %1: they are numbered from 0 to %2</source>
        <translation>토큰 %1은(는) 없습니다. 토큰 번호는 0부터 %2까지입니다</translation>
    </message>
    <message>
        <source>This network reads texts of exactly %1 tokens</source>
        <translation>이 신경망은 토큰이 꼭 %1개인 글만 읽습니다</translation>
    </message>
    <message>
        <source>“%1” is not the number of a token</source>
        <translation>“%1”은(는) 토큰의 번호가 아닙니다</translation>
    </message>
    <message>
        <source>This data does not say how text was cut: write token numbers with blanks between them.</source>
        <translation>이 데이터에는 글을 자른 방법이 없습니다. 토큰 번호를 빈칸으로 띄어 쓰세요.</translation>
    </message>
    <message>
        <source>this network has no layer &quot;%1&quot;</source>
        <translation>이 신경망에는 그런 층이 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Name it as its tensors are: 0 is the first, 2.layers.1 one within a residual.</source>
        <translation>텐서 이름처럼 쓰세요. 0은 첫 번째 층이고, 2.layers.1은 잔차 블록 안의 층입니다.</translation>
    </message>
    <message>
        <source>key=value is expected, this is &quot;%1&quot;</source>
        <translation>이름=값 꼴로 쓰세요. 지금 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Say one of --dropout, --lr, --wrong-labels, or --layer with --set.</source>
        <translation>--dropout, --lr, --wrong-labels 가운데 하나나 --layer와 --set을 쓰세요.</translation>
    </message>
    <message>
        <source>Change the options of one layer, and leave the others as they were.</source>
        <translation>층 하나의 설정만 바꾸고 나머지는 그대로 두세요.</translation>
    </message>
    <message>
        <source>the experiment of branch %1 cannot be read: %2</source>
        <translation>갈래 %1의 실험을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The dropout knob sets every layer&apos;s rate there, so the layer&apos;s own has no effect</source>
        <translation>그 지점에서는 드롭아웃 조절기가 모든 층의 비율을 정하므로, 층 자신의 비율은 아무 영향이 없습니다</translation>
    </message>
    <message>
        <source>Choose a checkpoint from before the knob was moved.</source>
        <translation>조절기를 움직이기 전의 체크포인트를 고르세요.</translation>
    </message>
    <message>
        <source>Change an option that leaves the shapes of all weights as they are.</source>
        <translation>모든 가중치의 모양이 그대로 남는 설정을 바꾸세요.</translation>
    </message>
    <message>
        <source>The notes could not be written: %1</source>
        <translation>메모를 쓰지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Make room on this disk, and write the note again</source>
        <translation>디스크에 자리를 만든 뒤 메모를 다시 쓰세요</translation>
    </message>
    <message>
        <source>this is no packed run: it holds &quot;%1&quot;, which no run has</source>
        <translation>묶은 학습 기록이 아닙니다. 학습 기록에 없는 &quot;%1&quot;이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>The data is not in it: it stays in %1</source>
        <translation>데이터는 들어 있지 않고 %1에 그대로 있습니다</translation>
    </message>
    <message>
        <source>Damaged checkpoints were packed as they are: %1</source>
        <translation>손상된 체크포인트 %1개를 그대로 묶었습니다</translation>
    </message>
    <message>
        <source>Left out, because no run has it: %1</source>
        <translation>학습 기록에 속하지 않아 뺐습니다: %1</translation>
    </message>
    <message>
        <source>another file is being packed</source>
        <translation>다른 파일을 묶고 있습니다</translation>
    </message>
    <message>
        <source>Wait until it is done, or cancel it</source>
        <translation>끝날 때까지 기다리거나 취소하세요</translation>
    </message>
    <message>
        <source>this is no packed run: the file is no zip file</source>
        <translation>묶은 학습 기록이 아닙니다. zip 파일이 아닙니다</translation>
    </message>
    <message>
        <source>no run is open</source>
        <translation>열린 학습 기록이 없습니다</translation>
    </message>
    <message>
        <source>No text is kept for validation: there are no sentences to try</source>
        <translation>검증용으로 남겨 둔 글이 없어 시험해 볼 문장이 없습니다</translation>
    </message>
    <message>
        <source>Keep a part of the text for validation.</source>
        <translation>글의 일부를 검증용으로 남기세요.</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>Dense</source>
        <translation>완전 연결 층</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱 층</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>최댓값 풀링</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>평균 풀링</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>전체 평균 풀링</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation>층 정규화</translation>
    </message>
    <message>
        <source>Into one row</source>
        <translation>한 줄로 펴기</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>잔차 블록</translation>
    </message>
    <message>
        <source>Token embedding</source>
        <translation>토큰 임베딩</translation>
    </message>
    <message>
        <source>Position embedding</source>
        <translation>자리 임베딩</translation>
    </message>
    <message>
        <source>Transformer block</source>
        <translation>트랜스포머 블록</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>사진 폴더</translation>
    </message>
    <message>
        <source>Cat sketches</source>
        <translation>고양이 그림</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation>MNIST 손글씨 숫자</translation>
    </message>
    <message>
        <source>CIFAR-10 pictures</source>
        <translation>CIFAR-10 그림</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>표 (CSV)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Tensors (safetensors)</source>
        <translation>텐서 (safetensors)</translation>
    </message>
    <message>
        <source>Little stories</source>
        <translation>짧은 이야기</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Cross-entropy, two classes</source>
        <translation>교차 엔트로피, 두 종류</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>절댓값 오차</translation>
    </message>
    <message>
        <source>Gradient descent (SGD)</source>
        <translation>경사 하강법 (SGD)</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>늘 같게</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>계단처럼</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>When it gets stuck</source>
        <translation>제자리걸음일 때</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>지도 수</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창 크기</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>이동 간격</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>가장자리 여백</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Slope below 0</source>
        <translation>0 아래의 기울기</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>관성</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>토큰 종류 수</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>차원 수</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>헤드 수</translation>
    </message>
    <message>
        <source>Inner width, times</source>
        <translation>안쪽 너비, 배</translation>
    </message>
    <message>
        <source>Looks back only</source>
        <translation>앞의 것만 보기</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Height, width</source>
        <translation>높이, 너비</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>예시 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>틀린 정답</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Column to learn</source>
        <translation>배울 열</translation>
    </message>
    <message>
        <source>Columns to use</source>
        <translation>쓸 열</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분 기호</translation>
    </message>
    <message>
        <source>Tokens seen at once</source>
        <translation>한 번에 보는 토큰</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>정답 부드럽게</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>Smallest rate</source>
        <translation>가장 작은 학습률</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>준비 단계 수</translation>
    </message>
    <message>
        <source>Every (epochs)</source>
        <translation>간격 (에포크)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>기다릴 에포크</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>기울기 최대 길이</translation>
    </message>
    <message>
        <source>Save every (epochs)</source>
        <translation>저장 간격 (에포크)</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>시드(씨앗값)</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>순서 섞기</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss; 0: never.</source>
        <translation>검증 손실이 이만큼의 에포크 동안 나아지지 않으면 끝냅니다. 0이면 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this; 0: never.</source>
        <translation>이보다 긴 기울기는 이 길이로 줄입니다. 0이면 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>0: the program chooses, at most once a second.</source>
        <translation>0이면 프로그램이 정합니다. 1초에 한 번까지 저장합니다.</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers on every computer.</source>
        <translation>시드가 같으면 모든 컴퓨터에서 같은 숫자가 나옵니다.</translation>
    </message>
    <message>
        <source>The learning rate rises from 0 during these steps.</source>
        <translation>이 단계들 동안 학습률이 0에서부터 올라갑니다.</translation>
    </message>
    <message>
        <source>The part of the neurons that sleep in each step.</source>
        <translation>단계마다 자는 뉴런의 비율입니다.</translation>
    </message>
    <message>
        <source>The side of the square that is looked at at once.</source>
        <translation>한 번에 보는 정사각형의 한 변입니다.</translation>
    </message>
    <message>
        <source>How far the square moves each time.</source>
        <translation>정사각형이 한 번에 옮겨 가는 거리입니다.</translation>
    </message>
    <message>
        <source>Empty border added around the picture.</source>
        <translation>그림 둘레에 덧붙이는 빈 테두리입니다.</translation>
    </message>
    <message>
        <source>Data kept in a place of its own; empty: a part of the above.</source>
        <translation>따로 둔 데이터입니다. 비우면 위 데이터의 일부를 씁니다.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>소용돌이</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>동그라미</translation>
    </message>
    <message>
        <source>Corners (XOR)</source>
        <translation>네 모퉁이 (XOR)</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>초승달</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>두 구름</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>물결</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Dense, one for each class</source>
        <translation>완전 연결 층, 종류마다 하나</translation>
    </message>
    <message>
        <source>Dense, %1 neurons</source>
        <translation>완전 연결 층, 뉴런 %1개</translation>
    </message>
    <message>
        <source>Convolution, %1 maps</source>
        <translation>합성곱 층, 지도 %1장</translation>
    </message>
    <message>
        <source>Dropout %1 %</source>
        <translation>드롭아웃 %1 %</translation>
    </message>
    <message>
        <source>Cats on cushions</source>
        <translation>방석 위의 고양이</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>고양이</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>강아지</translation>
    </message>
    <message>
        <source>rabbit</source>
        <translation>토끼</translation>
    </message>
    <message>
        <source>bear</source>
        <translation>곰</translation>
    </message>
    <message>
        <source>airplane</source>
        <translation>비행기</translation>
    </message>
    <message>
        <source>automobile</source>
        <translation>자동차</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>새</translation>
    </message>
    <message>
        <source>deer</source>
        <translation>사슴</translation>
    </message>
    <message>
        <source>frog</source>
        <translation>개구리</translation>
    </message>
    <message>
        <source>horse</source>
        <translation>말</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>배</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>트럭</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Cut into</source>
        <translation>나누는 단위</translation>
    </message>
    <message>
        <source>Jamo (letters of Hangul)</source>
        <translation>자모</translation>
    </message>
    <message>
        <source>Learnt pieces (BPE)</source>
        <translation>배운 조각 (BPE)</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>Turn up to</source>
        <translation>돌리는 각도</translation>
    </message>
    <message>
        <source>Shift up to</source>
        <translation>미는 정도</translation>
    </message>
    <message>
        <source>Zoom up to</source>
        <translation>확대 정도</translation>
    </message>
    <message>
        <source>Brightness up to</source>
        <translation>밝기 변화</translation>
    </message>
    <message>
        <source>Number of holes</source>
        <translation>구멍의 수</translation>
    </message>
    <message>
        <source>Size of a hole</source>
        <translation>구멍의 크기</translation>
    </message>
    <message>
        <source>Correct the labels</source>
        <translation>정답 바로잡기</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>people</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>동물</translation>
    </message>
    <message>
        <source>places</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>times</source>
        <translation>때</translation>
    </message>
    <message>
        <source>things</source>
        <translation>물건</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>화제</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>행동</translation>
    </message>
</context>
<context>
    <name>SlotPainter</name>
    <message>
        <source>step %1</source>
        <translation>단계 %1</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>단어 지도</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>글쓰기</translation>
    </message>
    <message>
        <source>Picture map</source>
        <translation>사진 지도</translation>
    </message>
</context>
<context>
    <name>neurarium::AnswerList</name>
    <message>
        <source>What each save writes</source>
        <translation>저장 칸마다 이어 쓴 글</translation>
    </message>
</context>
<context>
    <name>neurarium::AnswerPainter</name>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 에포크</numerusform>
        </translation>
    </message>
    <message>
        <source>now, epoch %1</source>
        <translation>지금, %1 에포크</translation>
    </message>
</context>
<context>
    <name>neurarium::ArchiveDialog</name>
    <message numerus="yes">
        <source>%n save(s), %1 when unpacked</source>
        <translation>
            <numerusform>저장 %n개, 풀면 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the new folder a name.</source>
        <translation>새 폴더의 이름을 적으세요.</translation>
    </message>
    <message>
        <source>There is such a folder already, and nothing is overwritten. Choose another name.</source>
        <translation>그런 폴더가 이미 있고, 덮어쓰지 않습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>The folder is made anew. Nothing is overwritten.</source>
        <translation>폴더를 새로 만듭니다. 아무것도 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Looking into the file</source>
        <translation>파일을 살펴보는 중</translation>
    </message>
    <message>
        <source>Stopping. Nothing is left behind.</source>
        <translation>멈추는 중입니다. 아무것도 남지 않습니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Packing a lab</source>
        <translation>실험실 묶기</translation>
    </message>
    <message>
        <source>Opening a packed lab</source>
        <translation>묶은 실험실 열기</translation>
    </message>
    <message>
        <source>This lab in one file</source>
        <translation>이 실험실을 파일 하나로</translation>
    </message>
    <message>
        <source>A packed lab</source>
        <translation>묶은 실험실</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>새 폴더</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>고르기 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Choose another place …</source>
        <translation>다른 곳 고르기 …</translation>
    </message>
    <message>
        <source>Unpack and open</source>
        <translation>풀어서 열기</translation>
    </message>
    <message>
        <source>The lab is in this file now: %1.</source>
        <translation>이제 실험실이 이 파일에 있습니다: %1.</translation>
    </message>
</context>
<context>
    <name>neurarium::ArchiveFlow</name>
    <message>
        <source>Pack this lab into one file</source>
        <translation>이 실험실을 파일 하나로 묶기</translation>
    </message>
    <message>
        <source>Packed labs (*.zip)</source>
        <translation>묶은 실험실 (*.zip)</translation>
    </message>
    <message>
        <source>Open a packed lab</source>
        <translation>묶은 실험실 열기</translation>
    </message>
    <message>
        <source>Where to put the new folder</source>
        <translation>새 폴더를 둘 곳</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionFigure</name>
    <message>
        <source>Attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>the left word looks at the upper words, epoch %1, step %2</source>
        <translation>왼쪽 단어가 위쪽 단어를 얼마나 보나, %1 에포크, %2단계</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, 꺼짐</translation>
    </message>
    <message>
        <source>entropy %1 bits, distance %2</source>
        <translation>엔트로피 %1비트, 거리 %2</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionMap</name>
    <message>
        <source>Attention map: rows look, columns are looked at</source>
        <translation>어텐션 지도: 줄은 보는 단어, 칸은 보이는 단어</translation>
    </message>
    <message>
        <source>Arrow keys go from cell to cell, Page keys from head to head.</source>
        <translation>화살표 키로 칸을, Page 키로 헤드를 옮깁니다.</translation>
    </message>
    <message>
        <source>+ or wheel: larger</source>
        <translation>+ 또는 휠: 크게</translation>
    </message>
    <message>
        <source>0: all of it</source>
        <translation>0: 전체 보기</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionPage</name>
    <message>
        <source>entropy %1 bits, distance %2</source>
        <translation>엔트로피 %1비트, 거리 %2</translation>
    </message>
    <message>
        <source>Switch this head on</source>
        <translation>이 헤드 켜기</translation>
    </message>
    <message>
        <source>Switch this head off</source>
        <translation>이 헤드 끄기</translation>
    </message>
    <message>
        <source>Our note on this head</source>
        <translation>이 헤드에 대한 우리 반 메모</translation>
    </message>
    <message>
        <source>Which sentences break?</source>
        <translation>어떤 문장이 틀리게 될까요?</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionPainter</name>
    <message>
        <source>words not read yet</source>
        <translation>아직 읽지 않은 단어</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionPanel</name>
    <message>
        <source>Attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>문장</translation>
    </message>
    <message>
        <source>One head large</source>
        <translation>헤드 하나를 크게</translation>
    </message>
    <message>
        <source>How the heads differ</source>
        <translation>헤드는 서로 어떻게 다른가</translation>
    </message>
    <message>
        <source>Sentences that break when a head is off</source>
        <translation>헤드를 끄면 틀리는 문장</translation>
    </message>
    <message>
        <source>What is shown of attention</source>
        <translation>어텐션에서 보여 줄 것</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>우리가 쓴 문장</translation>
    </message>
    <message>
        <source>Sentence that the heads look at</source>
        <translation>헤드가 볼 문장</translation>
    </message>
    <message>
        <source>Show its attention (Enter)</source>
        <translation>이 문장의 어텐션 보기 (Enter)</translation>
    </message>
    <message>
        <source>the left word looks at the upper words, epoch %1</source>
        <translation>왼쪽 단어가 위쪽 단어를 얼마나 보나, %1 에포크</translation>
    </message>
    <message>
        <source>the left word looks at the upper words</source>
        <translation>왼쪽 단어가 위쪽 단어를 얼마나 보나</translation>
    </message>
    <message>
        <source>No attention heads</source>
        <translation>어텐션 헤드가 없습니다</translation>
    </message>
    <message>
        <source>No attention yet</source>
        <translation>아직 어텐션이 없습니다</translation>
    </message>
    <message>
        <source>This network has no transformer block.</source>
        <translation>이 신경망에는 트랜스포머 블록이 없습니다.</translation>
    </message>
    <message>
        <source>Press Train, and each head shows what it looks at.</source>
        <translation>학습을 누르면 헤드마다 무엇을 보는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::AttentionWords</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
</context>
<context>
    <name>neurarium::AugmentationKnob</name>
    <message>
        <source>Vary the photos</source>
        <translation>사진 변형</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>돌리기</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>밀기</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>holes</source>
        <translation>구멍</translation>
    </message>
    <message>
        <source>Turn up to</source>
        <translation>돌리는 각도</translation>
    </message>
    <message>
        <source>Shift up to</source>
        <translation>미는 정도</translation>
    </message>
    <message>
        <source>Zoom up to</source>
        <translation>확대 정도</translation>
    </message>
    <message>
        <source>Brightness up to</source>
        <translation>밝기 변화</translation>
    </message>
    <message>
        <source>Number of holes</source>
        <translation>구멍의 수</translation>
    </message>
    <message>
        <source>Size of a hole</source>
        <translation>구멍의 크기</translation>
    </message>
</context>
<context>
    <name>neurarium::BatchStrip</name>
    <message>
        <source>This batch</source>
        <translation>이번 묶음</translation>
    </message>
    <message>
        <source>Show each photo as it was before</source>
        <translation>변형하기 전의 사진 보기</translation>
    </message>
    <message>
        <source>No batch yet</source>
        <translation>아직 묶음이 없습니다</translation>
    </message>
    <message>
        <source>While it trains, the photos of the current step stand here.</source>
        <translation>학습하는 동안 지금 단계의 사진이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>step %1: %2 photos</source>
        <translation>단계 %1: 사진 %2장</translation>
    </message>
</context>
<context>
    <name>neurarium::BranchLegend</name>
    <message>
        <source>branch %1</source>
        <translation>갈래 %1</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변경</translation>
    </message>
</context>
<context>
    <name>neurarium::BrokenSentences</name>
    <message>
        <source>Switch a head off: the sentences that the network then says wrong are listed here.</source>
        <translation>헤드를 꺼 보세요. 그러면 신경망이 틀리게 말하는 문장이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Sentences without the heads that are switched off</source>
        <translation>헤드를 껐을 때의 문장</translation>
    </message>
    <message>
        <source>Without %1, sentences that break: %2 of %3.</source>
        <translation>꺼진 헤드: %1. 틀리게 된 문장: %3개 가운데 %2개.</translation>
    </message>
</context>
<context>
    <name>neurarium::BudgetDialog</name>
    <message>
        <source>Saved or named by you</source>
        <translation>내가 저장하거나 이름 붙인 것</translation>
    </message>
    <message>
        <source>Before a change</source>
        <translation>바꾸기 전</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>가장 좋은 것</translation>
    </message>
    <message>
        <source>The last of a branch</source>
        <translation>갈래의 마지막</translation>
    </message>
    <message>
        <source>Where a branch leaves</source>
        <translation>갈래가 나뉜 곳</translation>
    </message>
    <message>
        <source>Automatic, may go</source>
        <translation>자동 저장, 지워질 수 있음</translation>
    </message>
    <message>
        <source>epoch %1, step %2</source>
        <translation>에포크 %1, %2단계</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1, 기본</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Saves: %1 of %2</source>
        <translation>저장: %2 중 %1</translation>
    </message>
    <message>
        <source>Saves: %1, without a limit</source>
        <translation>저장: %1, 제한 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n automatic save(s) would go at once: %1.</source>
        <translation>
            <numerusform>자동 저장 %n개가 바로 지워집니다: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is never deleted takes %1, which is more.</source>
        <translation>지우지 않는 것만 %1로, 더 많습니다.</translation>
    </message>
    <message>
        <source>Nothing goes now.</source>
        <translation>지금 지워지는 것은 없습니다.</translation>
    </message>
    <message>
        <source>This lab is open for looking only: its room can be set where it is trained.</source>
        <translation>이 실험실은 보기만 할 수 있습니다. 학습하고 있는 곳에서 정하세요.</translation>
    </message>
    <message>
        <source>Room for saves</source>
        <translation>저장 공간</translation>
    </message>
    <message>
        <source>Kept because</source>
        <translation>남긴 까닭</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>The saves by what they are kept for</source>
        <translation>남긴 까닭에 따라 나눈 저장</translation>
    </message>
    <message>
        <source>Only automatic saves ever go, the older the wider apart. What you saved or named, saves before a change, the best and the last are never deleted.</source>
        <translation>자동 저장만 지워지고, 오래된 것일수록 드문드문 남습니다. 내가 저장하거나 이름 붙인 것, 바꾸기 전의 저장, 가장 좋은 것과 마지막 것은 절대 지우지 않습니다.</translation>
    </message>
    <message>
        <source>They may take</source>
        <translation>쓸 수 있는 공간</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>정하기</translation>
    </message>
    <message numerus="yes">
        <source>%n automatic save(s) will go with the next one: %1.</source>
        <translation>
            <numerusform>다음 저장 때 자동 저장 %n개가 지워집니다: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::CandidateBars</name>
    <message>
        <source>left out</source>
        <translation>빠짐</translation>
    </message>
    <message>
        <source>What may be next</source>
        <translation>다음에 올 수 있는 토큰</translation>
    </message>
</context>
<context>
    <name>neurarium::CandidatePainter</name>
    <message>
        <source>%1 others</source>
        <translation>다른 %1개</translation>
    </message>
</context>
<context>
    <name>neurarium::CardHeading</name>
    <message>
        <source>%1, locked while this run lasts</source>
        <translation>%1, 이 학습이 이어지는 동안 잠김</translation>
    </message>
</context>
<context>
    <name>neurarium::ChangeHistory</name>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>Taken back: %1. The network is as it was before</source>
        <translation>실행 취소함: %1. 신경망이 그 전과 똑같아졌습니다</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>다시 실행함: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>실행 취소함: %1</translation>
    </message>
    <message>
        <source>taking the weights of %1</source>
        <translation>%1 지점의 가중치 가져오기</translation>
    </message>
    <message>
        <source>going back to %1</source>
        <translation>%1 지점으로 되돌아가기</translation>
    </message>
    <message>
        <source>going on from step %1</source>
        <translation>%1단계에서 이어 가기</translation>
    </message>
</context>
<context>
    <name>neurarium::ChangePanel</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>%1개 확인</translation>
    </message>
    <message>
        <source>there is nothing to check the answers with</source>
        <translation>대답을 확인할 자료가 없습니다</translation>
    </message>
    <message>
        <source>Changed by hand on the way to the first only: %1</source>
        <translation>앞쪽으로 가는 길에서만 손으로 바꾼 것: %1</translation>
    </message>
    <message>
        <source>No knob was changed in between.</source>
        <translation>그사이에 바꾼 조절 값이 없습니다.</translation>
    </message>
    <message>
        <source>Changed by hand in between: %1</source>
        <translation>그사이에 손으로 바꾼 것: %1</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>The earlier of the two states</source>
        <translation>두 상태 가운데 앞선 것</translation>
    </message>
    <message>
        <source>The later of the two states</source>
        <translation>두 상태 가운데 나중 것</translation>
    </message>
    <message>
        <source>Moved most</source>
        <translation>가장 많이 움직인 것</translation>
    </message>
    <message>
        <source>No saves yet</source>
        <translation>아직 저장한 것이 없습니다</translation>
    </message>
    <message>
        <source>Train a little. Then two saves can be compared: which answers flipped?</source>
        <translation>조금 학습하세요. 그러면 두 저장을 비교해 어떤 대답이 뒤집혔는지 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::ChangeWords</name>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>밀기</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>돌리기</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>holes</source>
        <translation>구멍</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 끔</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 켬</translation>
    </message>
    <message>
        <source>%1 on, %2</source>
        <translation>%1 켬, %2</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>학습률 %1</translation>
    </message>
    <message>
        <source>until epoch %1</source>
        <translation>%1 에포크까지</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>한 단계에 %1개</translation>
    </message>
    <message>
        <source>labels changed</source>
        <translation>정답 바꿈</translation>
    </message>
    <message>
        <source>the loss became too large</source>
        <translation>손실이 너무 커짐</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>mini-batch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 변경 전</translation>
    </message>
    <message>
        <source>wrong labels</source>
        <translation>틀린 정답</translation>
    </message>
    <message>
        <source>%1 %2 in layer %3</source>
        <translation>층 %3의 %1 %2</translation>
    </message>
    <message>
        <source>%1 in layer %2</source>
        <translation>층 %2 %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartAxes</name>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartDifference</name>
    <message>
        <source>difference: changed (branch %1) − unchanged (branch %2)</source>
        <translation>차이: 바꾼 쪽(갈래 %1) − 그대로인 쪽(갈래 %2)</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartFigure</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartLegend</name>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>매끄럽게 %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartMenu</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Along the axis</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Smooth the thin line</source>
        <translation>가는 선 매끄럽게</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Difference of the twins</source>
        <translation>쌍둥이의 차이</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartNames</name>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>branch %1 validation</source>
        <translation>갈래 %1 검증</translation>
    </message>
    <message>
        <source>branch %1 training</source>
        <translation>갈래 %1 학습</translation>
    </message>
    <message>
        <source>%1 valid.</source>
        <translation>%1 검증</translation>
    </message>
    <message>
        <source>%1 train</source>
        <translation>%1 학습</translation>
    </message>
    <message>
        <source>guessing: %1</source>
        <translation>찍으면 %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartReadout</name>
    <message>
        <source>Epoch %1, step %2</source>
        <translation>%1 에포크, %2단계</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>검증 %1</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>학습 %1</translation>
    </message>
    <message>
        <source>branch %1: %2</source>
        <translation>갈래 %1: %2</translation>
    </message>
    <message>
        <source>difference: %1</source>
        <translation>차이: %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ChartTable</name>
    <message>
        <source>Branch</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>학습 정확도</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>검증 정확도</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
</context>
<context>
    <name>neurarium::CheckpointChooser</name>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>Now, as it stands</source>
        <translation>지금 상태</translation>
    </message>
    <message>
        <source>epoch %1, step %2</source>
        <translation>%1 에포크, %2단계</translation>
    </message>
    <message>
        <source>branch %1</source>
        <translation>갈래 %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ConfusionGrid</name>
    <message>
        <source>It is: %1. It says: %2. %3 photos, %4 of the row.</source>
        <translation>정답: %1. 대답: %2. 사진 %3장, 가로줄의 %4.</translation>
    </message>
    <message>
        <source>Confusion matrix, empty</source>
        <translation>빈 혼동 행렬</translation>
    </message>
    <message>
        <source>Arrow keys go from cell to cell, Enter shows the photos of a cell.</source>
        <translation>화살표 키로 칸을 옮기고, Enter로 그 칸의 사진을 봅니다.</translation>
    </message>
    <message>
        <source>it says</source>
        <translation>대답</translation>
    </message>
    <message>
        <source>it is</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>it says %1</source>
        <translation>대답: %1</translation>
    </message>
</context>
<context>
    <name>neurarium::ConfusionMatrix</name>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2장 중 %1장 맞음</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Click a number to see those photos.</source>
        <translation>숫자를 누르면 그 사진들을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing has been compared yet</source>
        <translation>아직 비교한 것이 없습니다</translation>
    </message>
    <message>
        <source>After the first epoch it stands here which classes are taken for which.</source>
        <translation>첫 에포크가 끝나면 무엇을 무엇으로 착각하는지 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::CutRow</name>
    <message>
        <source>vocabulary %1</source>
        <translation>어휘 %1개</translation>
    </message>
    <message>
        <source>Tokens in the vocabulary: %1</source>
        <translation>어휘에 있는 토큰: %1개</translation>
    </message>
    <message>
        <source>✓ exactly the same text</source>
        <translation>✓ 처음 글과 똑같습니다</translation>
    </message>
    <message>
        <source>× not the same text</source>
        <translation>× 처음 글과 다릅니다</translation>
    </message>
</context>
<context>
    <name>neurarium::CutsPage</name>
    <message>
        <source>Cut again</source>
        <translation>다시 자르기</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>다시 잇기</translation>
    </message>
</context>
<context>
    <name>neurarium::DataCard</name>
    <message>
        <source>%1 to learn, %2 to check</source>
        <translation>학습 %1개, 검증 %2개</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>예시 %1개</translation>
    </message>
    <message>
        <source>Choose the data</source>
        <translation>데이터 고르기</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Kept for checking</source>
        <translation>검증용으로 남길 비율</translation>
    </message>
    <message>
        <source>Where the data come from</source>
        <translation>데이터 출처</translation>
    </message>
    <message>
        <source>Correct the labels</source>
        <translation>정답 바로잡기</translation>
    </message>
    <message>
        <source>Some labels may be wrong. When on, all are right.</source>
        <translation>틀린 정답이 있을 수 있습니다. 켜면 모두 바로잡습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::DecisionView</name>
    <message>
        <source>wrong: %1 of %2</source>
        <translation>틀림: %2개 중 %1개</translation>
    </message>
    <message>
        <source>learnt from</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
</context>
<context>
    <name>neurarium::DifferenceWords</name>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>varying the photos</source>
        <translation>사진 변형</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>학습률 일정</translation>
    </message>
    <message>
        <source>mini-batch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>random seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>neurarium::ErrorBanner</name>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>neurarium::FigureExportMenu</name>
    <message>
        <source>Picture (PNG, %1 ×)</source>
        <translation>그림 (PNG, %1배)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>벡터 그림 (SVG)</translation>
    </message>
    <message>
        <source>Page (PDF)</source>
        <translation>문서 (PDF)</translation>
    </message>
    <message>
        <source>Numbers (CSV)</source>
        <translation>숫자 (CSV)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>숫자 복사</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>그림 저장</translation>
    </message>
</context>
<context>
    <name>neurarium::FirstLesson</name>
    <message>
        <source>Start here</source>
        <translation>여기서 시작하세요</translation>
    </message>
    <message>
        <source>Start lesson %1</source>
        <translation>수업 %1 시작</translation>
    </message>
    <message>
        <source>Space or Enter starts it.</source>
        <translation>스페이스 바나 Enter로 시작합니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::FlipList</name>
    <message>
        <source>Sample %1 is: %2. Before, it said %3, %4; afterwards %5, %6.</source>
        <translation>표본 %1의 정답: %2. 대답은 이전 %3 %4, 이후 %5 %6입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n was right, is wrong</source>
        <translation>
            <numerusform>맞음에서 틀림으로: %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was wrong, is right</source>
        <translation>
            <numerusform>틀림에서 맞음으로: %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that was right before is still right.</source>
        <translation>전에 맞던 것은 지금도 모두 맞습니다.</translation>
    </message>
    <message>
        <source>Nothing that was wrong before is right now.</source>
        <translation>전에 틀리던 것 가운데 지금 맞는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Photos before these</source>
        <translation>앞의 사진</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>다음 사진</translation>
    </message>
</context>
<context>
    <name>neurarium::GuideQuestion</name>
    <message>
        <source>Check my answer</source>
        <translation>정답 확인</translation>
    </message>
    <message>
        <source>✓ That is right.</source>
        <translation>✓ 맞았습니다.</translation>
    </message>
    <message>
        <source>× Look again, and try another one.</source>
        <translation>× 다시 살펴보고 다른 답을 골라 보세요.</translation>
    </message>
</context>
<context>
    <name>neurarium::GuideSteps</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
</context>
<context>
    <name>neurarium::GuideView</name>
    <message>
        <source>step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>길잡이</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Fold the guide (Ctrl+G)</source>
        <translation>길잡이 접기 (Ctrl+G)</translation>
    </message>
    <message>
        <source>Fold the guide</source>
        <translation>길잡이 접기</translation>
    </message>
</context>
<context>
    <name>neurarium::HeadComparison</name>
    <message>
        <source>How the heads differ</source>
        <translation>헤드는 서로 어떻게 다른가</translation>
    </message>
    <message>
        <source>Entropy in bits: 0 looks at one word, %1 looks at all %2 alike. Distance: how many words away.</source>
        <translation>엔트로피(비트): 0이면 한 단어만 보고, %1이면 %2개를 고르게 봅니다. 거리: 몇 단어 떨어진 곳을 보나.</translation>
    </message>
</context>
<context>
    <name>neurarium::HeadGrid</name>
    <message>
        <source>Attention heads</source>
        <translation>어텐션 헤드</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, 꺼짐</translation>
    </message>
</context>
<context>
    <name>neurarium::HeadGridPainter</name>
    <message>
        <source>Layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>%1층 헤드 %2</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>헤드 %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>헤드</translation>
    </message>
</context>
<context>
    <name>neurarium::HeadTable</name>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (꺼짐)</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>엔트로피</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Our note</source>
        <translation>우리 반 메모</translation>
    </message>
</context>
<context>
    <name>neurarium::HistogramView</name>
    <message>
        <source>No numbers to be counted</source>
        <translation>셀 숫자가 없습니다</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2; most of them, %3, lie between %4 and %5</source>
        <translation>숫자는 %1부터 %2까지이고, 가장 많은 %3개가 %4에서 %5 사이에 있습니다</translation>
    </message>
</context>
<context>
    <name>neurarium::ImportDialog</name>
    <message>
        <source>Counting the files</source>
        <translation>파일을 세고 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Stopping. Nothing is added.</source>
        <translation>멈추는 중입니다. 아무것도 추가하지 않습니다.</translation>
    </message>
    <message>
        <source>Paused. Nothing is lost.</source>
        <translation>멈추었습니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>The photos could not be added</source>
        <translation>사진을 추가하지 못했습니다</translation>
    </message>
    <message>
        <source>Adding photos</source>
        <translation>사진 추가</translation>
    </message>
    <message>
        <source>Adding photos from %1</source>
        <translation>사진 추가: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>메시지 복사</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>결과 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Train with these photos</source>
        <translation>이 사진으로 학습하기</translation>
    </message>
</context>
<context>
    <name>neurarium::ImportReportView</name>
    <message>
        <source>Repeated, counted once: %1.</source>
        <translation>겹쳐서 한 번만 센 사진: %1장.</translation>
    </message>
    <message>
        <source>Files left out: %1.</source>
        <translation>빠진 파일: %1개.</translation>
    </message>
    <message>
        <source>%1: the same as %2</source>
        <translation>%1: 다음 파일과 같습니다: %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>To learn</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>검증용</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Classes and their numbers of photos</source>
        <translation>종류별 사진 수</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>빠진 파일과 그 까닭</translation>
    </message>
    <message numerus="yes">
        <source>%1 photos in %n class(es) are ready.</source>
        <translation>
            <numerusform>사진 %1장, 종류 %n가지가 준비되었습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::Knob</name>
    <message>
        <source>undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Take this change back.</source>
        <translation>이 변경을 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::Lab</name>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>varying the photos</source>
        <translation>사진 변형</translation>
    </message>
    <message>
        <source>mini-batch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>정답</translation>
    </message>
</context>
<context>
    <name>neurarium::LabPage</name>
    <message>
        <source>Everything that was saved is safe.</source>
        <translation>저장한 것은 모두 그대로 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new photo(s)</source>
        <translation>
            <numerusform>새 사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>점 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new point(s)</source>
        <translation>
            <numerusform>새 점 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>예시 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new sample(s)</source>
        <translation>
            <numerusform>새 예시 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>The numbers became infinite at step %1 (%2); training is paused.</source>
        <translation>%1단계에서 숫자가 무한히 커져 학습을 멈추었습니다 (%2).</translation>
    </message>
    <message>
        <source>The weights are those before that step, and every save is safe.</source>
        <translation>가중치는 그 단계 전의 값이고, 저장한 것은 모두 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Go back, halve the learning rate</source>
        <translation>되돌아가서 학습률 절반으로</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>되돌아가기</translation>
    </message>
</context>
<context>
    <name>neurarium::LayerDetails</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>위로 옮기기 (Alt+↑)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>아래로 옮기기 (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove this layer (Delete)</source>
        <translation>이 층 지우기 (Delete)</translation>
    </message>
    <message>
        <source>Layer inside</source>
        <translation>안쪽 층</translation>
    </message>
    <message>
        <source>Layer in the shortcut</source>
        <translation>지름길의 층</translation>
    </message>
</context>
<context>
    <name>neurarium::LayerEditor</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>What the network gets to see.</source>
        <translation>신경망이 받는 것입니다.</translation>
    </message>
    <message>
        <source>Shortcut: %1</source>
        <translation>지름길: %1</translation>
    </message>
    <message>
        <source>%1
Output: %2
Weights: %3, biases: %4</source>
        <translation>%1
출력: %2
가중치: %3, 편향: %4</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Adds a layer behind the chosen one.</source>
        <translation>고른 층 뒤에 층을 하나 더합니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::LengthChart</name>
    <message>
        <source>cosine distance</source>
        <translation>코사인 거리</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Lengths over the epochs</source>
        <translation>에포크에 따른 길이</translation>
    </message>
    <message>
        <source>Measure two words, and their distance is drawn here over the epochs.</source>
        <translation>두 단어를 재면 에포크에 따른 거리가 여기에 그려집니다.</translation>
    </message>
    <message>
        <source>Measure two pictures, and their distance is drawn here over the epochs.</source>
        <translation>사진 두 장을 재면 에포크에 따른 거리가 여기에 그려집니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::LessonCard</name>
    <message>
        <source>Lesson %1: %2</source>
        <translation>수업 %1: %2</translation>
    </message>
    <message>
        <source>%1, %2 min</source>
        <translation>%1, %2분</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
</context>
<context>
    <name>neurarium::LossChart</name>
    <message>
        <source>Show the numbers as a table</source>
        <translation>숫자를 표로 보기</translation>
    </message>
    <message>
        <source>How the chart is shown</source>
        <translation>그래프 보기 설정</translation>
    </message>
    <message>
        <source>Chart as a table</source>
        <translation>그래프를 표로 보기</translation>
    </message>
    <message>
        <source>Export the figure…</source>
        <translation>그래프 내보내기…</translation>
    </message>
    <message>
        <source>Loss and accuracy of every epoch</source>
        <translation>에포크별 손실과 정확도</translation>
    </message>
</context>
<context>
    <name>neurarium::MainWindow</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Open a lab</source>
        <translation>실험실 열기</translation>
    </message>
    <message>
        <source>This folder holds no lab. A lab is a folder whose name ends with .neurarium.</source>
        <translation>이 폴더에는 실험실이 없습니다. 실험실은 이름이 .neurarium으로 끝나는 폴더입니다.</translation>
    </message>
    <message>
        <source>Choose the folder with your photos</source>
        <translation>내 사진이 든 폴더 고르기</translation>
    </message>
    <message>
        <source>Neurarium</source>
        <translation>Neurarium</translation>
    </message>
    <message>
        <source>%1 – Neurarium</source>
        <translation>%1 – Neurarium</translation>
    </message>
    <message>
        <source>About Neurarium</source>
        <translation>Neurarium 정보</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Neurarium %1&lt;/h3&gt;&lt;p&gt;A neural-network laboratory behind glass. Nothing leaves this computer.&lt;/p&gt;&lt;table&gt;%2&lt;/table&gt;&lt;p&gt;GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Neurarium %1&lt;/h3&gt;&lt;p&gt;유리 너머로 들여다보는 신경망 실험실입니다. 아무것도 이 컴퓨터를 떠나지 않습니다.&lt;/p&gt;&lt;table&gt;%2&lt;/table&gt;&lt;p&gt;GPL-3.0-or-later.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>neurarium::MapCanvas</name>
    <message>
        <source>Word map</source>
        <translation>단어 지도</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 거리 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s), none chosen</source>
        <translation>
            <numerusform>점 %n개, 고른 것 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture map</source>
        <translation>사진 지도</translation>
    </message>
</context>
<context>
    <name>neurarium::MapLegend</name>
    <message>
        <source>Groups</source>
        <translation>무리</translation>
    </message>
</context>
<context>
    <name>neurarium::MapNote</name>
    <message>
        <source>Distances are measured in all %1 dimensions.</source>
        <translation>거리는 %1차원 전체에서 잽니다.</translation>
    </message>
    <message>
        <source>The map is only their shadow.</source>
        <translation>지도는 그 그림자일 뿐입니다.</translation>
    </message>
    <message>
        <source>The map is their shadow and shows %1 of the differences.</source>
        <translation>지도는 그 그림자이며 차이의 %1만 보여 줍니다.</translation>
    </message>
    <message>
        <source>The map keeps neighbours together; how far groups lie apart means little.</source>
        <translation>지도는 이웃을 모아 둡니다. 무리 사이의 거리는 별 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>Trustworthiness %1 (1: all neighbours on it are real).</source>
        <translation>신뢰도 %1(1이면 지도의 이웃이 모두 진짜입니다).</translation>
    </message>
    <message>
        <source>Looks from where the words differ most. Nothing is bent.</source>
        <translation>단어들이 가장 다르게 보이는 쪽에서 봅니다. 아무것도 구부리지 않습니다.</translation>
    </message>
    <message>
        <source>Bends space so that near words stay near. Takes longer.</source>
        <translation>가까운 단어가 가까이 남도록 공간을 구부립니다. 더 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Bends space so that near words stay near, and keeps more of the whole.</source>
        <translation>가까운 단어가 가까이 남도록 공간을 구부리고, 전체 모습도 더 지킵니다.</translation>
    </message>
    <message>
        <source>working it out: %1</source>
        <translation>계산 중: %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
</context>
<context>
    <name>neurarium::MapSide</name>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>유클리드</translation>
    </message>
    <message>
        <source>1 − cosine of the angle: 0 for the same direction, 1 for none in common.</source>
        <translation>1 − 각의 코사인입니다. 같은 방향이면 0, 공통점이 없으면 1입니다.</translation>
    </message>
    <message>
        <source>The straight way through all dimensions.</source>
        <translation>모든 차원을 지나는 곧은 길입니다.</translation>
    </message>
    <message>
        <source>How distances are measured</source>
        <translation>거리를 재는 방법</translation>
    </message>
    <message>
        <source>Choose a word: its nearest neighbours stand here.</source>
        <translation>단어를 고르면 가장 가까운 이웃이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Nearest to “%1” in all dimensions:</source>
        <translation>모든 차원에서 “%1”에 가장 가까운 단어:</translation>
    </message>
    <message>
        <source>Choose a picture: its nearest neighbours stand here.</source>
        <translation>사진을 고르면 가장 가까운 이웃이 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::MeasureBar</name>
    <message>
        <source>Ruler</source>
        <translation>자</translation>
    </message>
    <message>
        <source>Do not measure %1 any more</source>
        <translation>%1 그만 재기</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>%1 재기</translation>
    </message>
    <message>
        <source>Measure %1 (Enter on the map)</source>
        <translation>%1 재기(지도에서 Enter)</translation>
    </message>
    <message>
        <source>Choose a word to measure from.</source>
        <translation>어디서부터 잴지 단어를 고르세요.</translation>
    </message>
    <message>
        <source>Choose a picture to measure from.</source>
        <translation>어디서부터 잴지 사진을 고르세요.</translation>
    </message>
</context>
<context>
    <name>neurarium::MergePage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 가운데 %1개</translation>
    </message>
    <message>
        <source>There is no text to learn pieces from yet.</source>
        <translation>조각을 배울 글이 아직 없습니다.</translation>
    </message>
    <message>
        <source>No pair stands side by side twice any more: nothing is left to merge.</source>
        <translation>두 번 넘게 나란히 나오는 쌍이 없습니다. 더 합칠 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 merged by hand.</source>
        <translation>손으로 합치기 %2번 가운데 %1번.</translation>
    </message>
    <message>
        <source>The text has %1 pieces, at first %2.</source>
        <translation>글은 %1조각이고, 처음에는 %2조각이었습니다.</translation>
    </message>
    <message>
        <source>The text has %1 pieces.</source>
        <translation>글은 %1조각입니다.</translation>
    </message>
    <message>
        <source>The sentence with the pieces learnt so far</source>
        <translation>지금까지 배운 조각으로 자른 문장</translation>
    </message>
    <message>
        <source>The most common pairs; Enter merges one</source>
        <translation>가장 흔한 쌍. Enter를 누르면 합칩니다</translation>
    </message>
    <message>
        <source>Pairs merged so far</source>
        <translation>지금까지 합친 쌍</translation>
    </message>
    <message>
        <source>Merge this pair</source>
        <translation>이 쌍 합치기</translation>
    </message>
    <message>
        <source>Let the machine go on</source>
        <translation>기계에 맡기기</translation>
    </message>
    <message>
        <source> merges</source>
        <translation>번까지</translation>
    </message>
    <message>
        <source>How many merges the machine goes on to</source>
        <translation>기계가 몇 번까지 합칠지</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>처음부터 다시</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1 merged by hand.</source>
        <translation>손으로 %1번 합쳤습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::MomentWords</name>
    <message>
        <source>today %1</source>
        <translation>오늘 %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date of this year</comment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date of another year</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
</context>
<context>
    <name>neurarium::MovedTensors</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>How far the numbers have moved, against how large they were. 100 %: as far as they are long.</source>
        <translation>숫자들이 원래 크기에 견주어 얼마나 움직였는지입니다. 100 %는 원래 크기만큼 움직였다는 뜻입니다.</translation>
    </message>
    <message>
        <source>from 0</source>
        <translation>0에서</translation>
    </message>
</context>
<context>
    <name>neurarium::NeighbourList</name>
    <message>
        <source>nearest</source>
        <translation>가까운 단어</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>가장 가까운 이웃</translation>
    </message>
</context>
<context>
    <name>neurarium::NetworkCard</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>weights + biases</source>
        <translation>가중치 + 편향</translation>
    </message>
    <message>
        <source>The layers are fixed while this run lasts.</source>
        <translation>이 학습이 이어지는 동안 층은 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Start a new run to change them</source>
        <translation>새로 시작해 층 바꾸기</translation>
    </message>
</context>
<context>
    <name>neurarium::NetworkView</name>
    <message>
        <source>inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>%1 of %2 asleep</source>
        <translation>%2개 중 %1개 잠</translation>
    </message>
    <message>
        <source>weight above 0</source>
        <translation>0보다 큰 가중치</translation>
    </message>
    <message>
        <source>weight below 0</source>
        <translation>0보다 작은 가중치</translation>
    </message>
    <message>
        <source>asleep now</source>
        <translation>지금 자는 뉴런</translation>
    </message>
    <message>
        <source>A small dense network on points is drawn here, neuron by neuron.</source>
        <translation>점을 배우는 작은 완전 연결 신경망을 뉴런 하나하나까지 여기에 그립니다.</translation>
    </message>
    <message>
        <source>Neuron %1.%2</source>
        <translation>뉴런 %1.%2</translation>
    </message>
    <message>
        <source>asleep in this step</source>
        <translation>이번 단계에는 잡니다</translation>
    </message>
    <message>
        <source>weight from %1.%2: %3</source>
        <translation>%1.%2에서 오는 가중치: %3</translation>
    </message>
    <message>
        <source>bias: %1</source>
        <translation>편향: %1</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>가중치 %1</translation>
    </message>
    <message>
        <source>Neuron %1.%2, bias %3</source>
        <translation>뉴런 %1.%2, 편향 %3</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
</context>
<context>
    <name>neurarium::NoteField</name>
    <message>
        <source>Write a note</source>
        <translation>메모를 쓰세요</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>메모: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Ctrl+Enter: done. Esc: as it was</source>
        <translation>Ctrl+Enter: 저장. Esc: 원래대로</translation>
    </message>
</context>
<context>
    <name>neurarium::OptionEditor</name>
    <message>
        <source>as the data needs</source>
        <translation>데이터에 맞게</translation>
    </message>
    <message>
        <source>Look for it on this computer.</source>
        <translation>이 컴퓨터에서 찾아봅니다.</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>위치 고르기</translation>
    </message>
</context>
<context>
    <name>neurarium::PairTable</name>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1. %2 + %3</source>
        <translation>%1. %2 + %3</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히 나온 쌍</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>합친 쌍</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>횟수</translation>
    </message>
</context>
<context>
    <name>neurarium::Panel</name>
    <message>
        <source>Back to its place (Esc)</source>
        <translation>제자리로 (Esc)</translation>
    </message>
    <message>
        <source>Make this panel large</source>
        <translation>이 패널 크게 보기</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>계산하고 있습니다</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Close this view</source>
        <translation>이 화면 닫기</translation>
    </message>
</context>
<context>
    <name>neurarium::PanelMenu</name>
    <message>
        <source>Views on the stage</source>
        <translation>무대에 놓을 화면</translation>
    </message>
</context>
<context>
    <name>neurarium::PictureGrid</name>
    <message>
        <source>It is and it says: %1</source>
        <translation>맞은 대답: %1</translation>
    </message>
    <message>
        <source>It is: %1. It says: %2</source>
        <translation>정답 %1, 대답 %2</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>사진 1장</translation>
    </message>
    <message>
        <source>%1 photos, surest first</source>
        <translation>사진 %1장, 확신도 높은 순서</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>모든 대답</translation>
    </message>
    <message>
        <source>Back to the confusion matrix (Esc)</source>
        <translation>혼동 행렬로 돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Photos before these</source>
        <translation>앞의 사진</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>No photo here now</source>
        <translation>지금은 사진이 없습니다</translation>
    </message>
    <message>
        <source>No photo that can be shown has this answer at this moment.</source>
        <translation>보여 줄 수 있는 사진 가운데 지금 이 대답을 받은 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::PredictionsPanel</name>
    <message>
        <source>%1 right</source>
        <translation>맞음 %1</translation>
    </message>
    <message>
        <source>%1 wrong</source>
        <translation>틀림 %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>%1 not sure</source>
        <translation>잘 모름 %1</translation>
    </message>
    <message>
        <source>× → ✓ changed since %1</source>
        <translation>× → ✓ %1 뒤로 달라짐</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Photos before these</source>
        <translation>앞의 사진</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Other photos, drawn by lot</source>
        <translation>다른 사진 뽑기</translation>
    </message>
    <message>
        <source>No photos to check yet</source>
        <translation>아직 검증할 사진이 없습니다</translation>
    </message>
    <message>
        <source>Once training has begun, photos that it never trained on stand here with its answers.</source>
        <translation>학습이 시작되면 학습에 쓰지 않은 사진과 신경망의 대답이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2장 중 %1장</translation>
    </message>
</context>
<context>
    <name>neurarium::PromptStrip</name>
    <message>
        <source>the next token</source>
        <translation>다음 토큰</translation>
    </message>
    <message>
        <source>“%1”, the beginning</source>
        <translation>“%1”, 첫 토큰</translation>
    </message>
    <message>
        <source>“%1”, written with %2</source>
        <translation>“%1”, %2로 씀</translation>
    </message>
    <message>
        <source>“%1”, given; the network held it likely with %2</source>
        <translation>“%1”, 주어진 토큰. 신경망이 본 확률은 %2</translation>
    </message>
    <message>
        <source>The text, token by token</source>
        <translation>토큰으로 나눈 글</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>토큰 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::ProofWords</name>
    <message numerus="yes">
        <source>identical to the bit · %1 · %n step(s)</source>
        <translation>
            <numerusform>비트까지 똑같음 · %1 · %n단계</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not the same after %n step(s): first in %1</source>
        <translation>
            <numerusform>%n단계 뒤에 다름. 처음 다른 곳: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::RecipePanel</name>
    <message>
        <source>since epoch %1</source>
        <translation>%1 에포크부터</translation>
    </message>
    <message>
        <source>on since epoch %1</source>
        <translation>%1 에포크부터 켬</translation>
    </message>
    <message>
        <source>off since epoch %1</source>
        <translation>%1 에포크부터 끔</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>= works while it trains</source>
        <translation>= 학습 중에 바꿀 수 있음</translation>
    </message>
</context>
<context>
    <name>neurarium::RepeatWatch</name>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message numerus="yes">
        <source>Back at %1: %n step(s) repeated, all the same</source>
        <translation>
            <numerusform>되돌아온 곳: %1. %n단계를 다시 계산했고 모두 똑같습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Back at %1: step %2 comes out differently than it did then</source>
        <translation>되돌아온 곳: %1. %2단계가 그때와 다르게 나옵니다</translation>
    </message>
    <message>
        <source>Step %1 of branch %2 differs from branch %3</source>
        <translation>갈래 %2의 %1단계는 갈래 %3의 것과 다릅니다</translation>
    </message>
    <message numerus="yes">
        <source>Branch %1 repeats branch %2: %n step(s), all the same</source>
        <translation>
            <numerusform>갈래 %1: 갈래 %2의 %n단계를 되풀이했고 모두 똑같습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::SentenceTable</name>
    <message>
        <source>%1 → %2 of %3</source>
        <translation>%3개 가운데 %1 → %2</translation>
    </message>
    <message>
        <source>%1 (breaks)</source>
        <translation>%1 (틀리게 됨)</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>문장</translation>
    </message>
    <message>
        <source>Loss before</source>
        <translation>손실: 끄기 전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>끈 뒤</translation>
    </message>
    <message>
        <source>Right tokens</source>
        <translation>맞힌 토큰</translation>
    </message>
</context>
<context>
    <name>neurarium::SlotDetails</name>
    <message>
        <source>Epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 맞음</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>손실 %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>코드 %1</translation>
    </message>
    <message>
        <source>Go back here</source>
        <translation>여기로 돌아가기</translation>
    </message>
    <message>
        <source>Everything becomes exactly as it was: weights, optimizer, random numbers and the order of the data. Nothing is deleted; training on begins a new branch.</source>
        <translation>가중치, 옵티마이저, 난수, 데이터 순서까지 모두 그때와 똑같아집니다. 아무것도 지우지 않으며, 더 학습하면 새 갈래가 시작됩니다.</translation>
    </message>
    <message>
        <source>Take only the weights</source>
        <translation>가중치만 가져오기</translation>
    </message>
    <message>
        <source>The network gets the weights of this slot. The optimizer starts afresh and the knobs stay as they are now, so training goes on differently than it did then.</source>
        <translation>신경망이 이 저장 칸의 가중치를 받습니다. 옵티마이저는 새로 시작하고 설정은 지금 그대로이므로, 그때와는 다르게 학습이 이어집니다.</translation>
    </message>
    <message>
        <source>Name this slot</source>
        <translation>저장 칸에 이름 붙이기</translation>
    </message>
    <message>
        <source>Name of the slot</source>
        <translation>저장 칸 이름</translation>
    </message>
    <message>
        <source>Choose a slot on the timeline to see what was saved there.</source>
        <translation>타임라인에서 저장 칸을 고르면 무엇이 저장되었는지 나옵니다.</translation>
    </message>
    <message>
        <source>The same code means the same state to the last bit.</source>
        <translation>코드가 같으면 마지막 비트까지 똑같은 상태입니다.</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>여기서 저장</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Choose a slot on the timeline.</source>
        <translation>타임라인에서 저장 칸을 고르세요.</translation>
    </message>
    <message>
        <source>What changed?</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>Compares this slot with another: which answers flipped, and which layers moved most.</source>
        <translation>이 칸을 다른 칸과 비교합니다. 어떤 대답이 뒤집혔고 어느 층이 가장 많이 움직였는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>들여다보기</translation>
    </message>
    <message>
        <source>Looks into the file of this slot: its header, its tensors, and each byte counted.</source>
        <translation>이 칸의 파일을 들여다봅니다. 머리글과 텐서를 보고 바이트까지 세어 봅니다.</translation>
    </message>
    <message>
        <source>Note …</source>
        <translation>메모 …</translation>
    </message>
    <message>
        <source>epoch %1 · step %2</source>
        <translation>%1 에포크 · %2단계</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>확인하기</translation>
    </message>
    <message>
        <source>Trains the recorded steps to the next save once more and compares every bit.</source>
        <translation>다음 저장 지점까지 기록된 단계를 다시 학습해서 모든 비트를 비교합니다.</translation>
    </message>
    <message>
        <source>all exactly as it was</source>
        <translation>모두 그때 그대로</translation>
    </message>
    <message>
        <source>all else starts afresh</source>
        <translation>나머지는 새로 시작</translation>
    </message>
    <message>
        <source>Try one change</source>
        <translation>하나만 바꿔 보기</translation>
    </message>
    <message>
        <source>Trains twice from here: once as it was, once with one change.</source>
        <translation>여기서 두 번 학습합니다. 한 번은 그대로, 한 번은 하나만 바꿔서 합니다.</translation>
    </message>
    <message>
        <source>It wrote: %1</source>
        <translation>쓴 글: %1</translation>
    </message>
    <message>
        <source>From the same beginning and with the same dice at each slot:</source>
        <translation>저장 칸마다 첫머리와 주사위가 똑같습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::SpeedSelector</name>
    <message>
        <source>Slow</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>2 steps a second</source>
        <translation>1초에 2단계</translation>
    </message>
    <message>
        <source>60 steps a second</source>
        <translation>1초에 60단계</translation>
    </message>
    <message>
        <source>1,000 steps a second</source>
        <translation>1초에 1,000단계</translation>
    </message>
    <message>
        <source>As fast as this computer can</source>
        <translation>이 컴퓨터가 할 수 있는 가장 빠른 속도</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
</context>
<context>
    <name>neurarium::StatusLine</name>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
    <message>
        <source>Why does it say so?</source>
        <translation>왜 이렇게 판단했을까요?</translation>
    </message>
    <message>
        <source>Exploding:</source>
        <translation>폭주하는 중:</translation>
    </message>
    <message>
        <source>Overfitting:</source>
        <translation>과적합:</translation>
    </message>
    <message>
        <source>Guessing:</source>
        <translation>찍는 중:</translation>
    </message>
    <message>
        <source>Learning well:</source>
        <translation>잘 배우는 중:</translation>
    </message>
    <message>
        <source>Learning slowly:</source>
        <translation>천천히 배우는 중:</translation>
    </message>
    <message>
        <source>Stuck:</source>
        <translation>제자리걸음:</translation>
    </message>
    <message>
        <source>No clear trend:</source>
        <translation>뚜렷한 흐름 없음:</translation>
    </message>
    <message>
        <source>Just started:</source>
        <translation>막 시작함:</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>멈춤:</translation>
    </message>
    <message>
        <source>Looking at epoch %1</source>
        <translation>%1 에포크를 보는 중:</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>the loss became too large to compute. Lower the learning rate.</source>
        <translation>손실이 계산할 수 없을 만큼 커졌습니다. 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>the loss grew %1 times. Lower the learning rate.</source>
        <translation>손실이 %1배로 커졌습니다. 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>new %1 got worse for %2 epochs, seen ones better.</source>
        <translation>%2 에포크 동안 새 %1에서는 나빠지고, 배운 것에서는 좋아졌습니다.</translation>
    </message>
    <message>
        <source>no better than chance so far.</source>
        <translation>아직 찍는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>the loss moved less than 1 % in the last %1 epochs.</source>
        <translation>최근 %1 에포크 동안 손실이 1 %도 움직이지 않았습니다.</translation>
    </message>
    <message>
        <source>the loss rose %1 % in the last %2 epochs.</source>
        <translation>최근 %2 에포크 동안 손실이 %1 % 늘었습니다.</translation>
    </message>
    <message>
        <source>it takes three epochs to judge.</source>
        <translation>판단하려면 세 에포크가 필요합니다.</translation>
    </message>
    <message>
        <source>at epoch %1. Nothing is lost.</source>
        <translation>%1 에포크입니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>The training itself stays where it is.</source>
        <translation>학습은 있던 자리에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>validation loss fell %1 % in the last %2 epochs.</source>
        <translation>최근 %2 에포크 동안 검증 손실이 %1 % 줄었습니다.</translation>
    </message>
    <message>
        <source>training loss fell %1 % in the last %2 epochs.</source>
        <translation>최근 %2 에포크 동안 학습 손실이 %1 % 줄었습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::SumWords</name>
    <message>
        <source>%1 = %2 bytes</source>
        <translation>%1 = %2바이트</translation>
    </message>
    <message>
        <source>That is the size of the file, to the byte.</source>
        <translation>파일의 크기와 1바이트까지 같습니다.</translation>
    </message>
    <message>
        <source>The file has %1 bytes. It does not fit.</source>
        <translation>파일은 %1바이트입니다. 맞지 않습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::TensorTable</name>
    <message>
        <source>the file ends before it does</source>
        <translation>파일이 그 전에 끝납니다</translation>
    </message>
    <message>
        <source>0 in the copy</source>
        <translation>사본에서는 0</translation>
    </message>
    <message>
        <source>for going on exactly</source>
        <translation>똑같이 이어 가기 위한 것</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>숫자 하나</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>텐서</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>무엇인가</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>자료형</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
</context>
<context>
    <name>neurarium::TensorWords</name>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>running variance</source>
        <translation>이동 분산</translation>
    </message>
    <message>
        <source>first norm, weights</source>
        <translation>첫째 정규화, 가중치</translation>
    </message>
    <message>
        <source>first norm, biases</source>
        <translation>첫째 정규화, 편향</translation>
    </message>
    <message>
        <source>query, key, value, weights</source>
        <translation>쿼리·키·값, 가중치</translation>
    </message>
    <message>
        <source>query, key, value, biases</source>
        <translation>쿼리·키·값, 편향</translation>
    </message>
    <message>
        <source>attention&apos;s output, weights</source>
        <translation>어텐션 출력, 가중치</translation>
    </message>
    <message>
        <source>attention&apos;s output, biases</source>
        <translation>어텐션 출력, 편향</translation>
    </message>
    <message>
        <source>second norm, weights</source>
        <translation>둘째 정규화, 가중치</translation>
    </message>
    <message>
        <source>second norm, biases</source>
        <translation>둘째 정규화, 편향</translation>
    </message>
    <message>
        <source>first dense layer, weights</source>
        <translation>첫째 완전 연결 층, 가중치</translation>
    </message>
    <message>
        <source>first dense layer, biases</source>
        <translation>첫째 완전 연결 층, 편향</translation>
    </message>
    <message>
        <source>second dense layer, weights</source>
        <translation>둘째 완전 연결 층, 가중치</translation>
    </message>
    <message>
        <source>second dense layer, biases</source>
        <translation>둘째 완전 연결 층, 편향</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>neurarium::ThreadMenu</name>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>자동 (%1)</translation>
    </message>
</context>
<context>
    <name>neurarium::TileGrid</name>
    <message>
        <source>Photos with answers: %1</source>
        <translation>대답이 있는 사진: %1장</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>It says %1, %2.</source>
        <translation>대답: %1, %2.</translation>
    </message>
</context>
<context>
    <name>neurarium::TileWords</name>
    <message>
        <source>%1? %2</source>
        <translation>%1? %2</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>잘 모름</translation>
    </message>
    <message>
        <source>it is: %1</source>
        <translation>정답: %1</translation>
    </message>
</context>
<context>
    <name>neurarium::TimeWords</name>
    <message>
        <source>a few seconds left</source>
        <translation>몇 초 남음</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>약 %n초 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>약 %n분 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>약 %n시간 남음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TimelineCanvas</name>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>Timeline, branches: %1</source>
        <translation>타임라인, 갈래 %1개</translation>
    </message>
    <message>
        <source>Automatic checkpoint</source>
        <translation>자동 체크포인트</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>저장 칸 %1</translation>
    </message>
    <message>
        <source>now: epoch %1</source>
        <translation>지금: %1 에포크</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Once it trains, each epoch is kept here, and you can go back to it.</source>
        <translation>학습을 시작하면 에포크마다 여기에 남고, 그때로 되돌아갈 수 있습니다.</translation>
    </message>
    <message>
        <source>Left and right arrows go from slot to slot, up and down from branch to branch. Enter shows details, Backspace goes back to the slot. With Control the arrows move the playhead; Escape takes it back to where training stands.</source>
        <translation>왼쪽과 오른쪽 화살표로 저장 칸을, 위와 아래 화살표로 갈래를 옮깁니다. Enter로 자세히 보고, Backspace로 그 저장 칸으로 되돌아갑니다. Control과 화살표로 재생 위치를 옮기고, Escape로 학습이 있는 곳으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>epoch %1, step %2</source>
        <translation>%1 에포크, %2단계</translation>
    </message>
    <message>
        <source>looking at epoch %1, step %2</source>
        <translation>%1 에포크, %2단계를 보는 중</translation>
    </message>
</context>
<context>
    <name>neurarium::TimelineStatus</name>
    <message>
        <source>Back to now</source>
        <translation>지금으로 돌아가기</translation>
    </message>
    <message>
        <source>Shows the network again as it is where training stands. Key: Escape</source>
        <translation>학습이 서 있는 곳의 신경망을 다시 보여 줍니다. 키: Escape</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
</context>
<context>
    <name>neurarium::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>여기서 저장</translation>
    </message>
    <message>
        <source>Saves everything as it is now in a slot with a letter.</source>
        <translation>지금 상태를 모두 글자가 붙은 저장 칸에 저장합니다.</translation>
    </message>
    <message>
        <source>Try one change</source>
        <translation>하나만 바꿔 보기</translation>
    </message>
    <message>
        <source>Trains twice from where the network stands: once as it is, once with one change.</source>
        <translation>신경망이 지금 있는 곳에서 두 번 학습합니다. 한 번은 그대로, 한 번은 하나만 바꿔서 합니다.</translation>
    </message>
    <message>
        <source>Saves: %1 of %2</source>
        <translation>저장: %2 중 %1</translation>
    </message>
    <message>
        <source>Saves: %1</source>
        <translation>저장: %1</translation>
    </message>
    <message>
        <source>How much room the saves take, and how much they may take.</source>
        <translation>저장이 차지하는 공간과 쓸 수 있는 공간.</translation>
    </message>
</context>
<context>
    <name>neurarium::TokenStrip</name>
    <message>
        <source>%1, id %2</source>
        <translation>%1, 번호 %2</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>번호 %1</translation>
    </message>
</context>
<context>
    <name>neurarium::TokenWords</name>
    <message>
        <source>Letters</source>
        <translation>글자(음절)</translation>
    </message>
    <message>
        <source>Jamo</source>
        <translation>자모</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Learnt pieces</source>
        <translation>배운 조각</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>토큰 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for 100 letters</source>
        <translation>100글자에 %1개</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
</context>
<context>
    <name>neurarium::TokensFigure</name>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Merged: %1</source>
        <translation>합친 쌍: %1</translation>
    </message>
</context>
<context>
    <name>neurarium::TokensPanel</name>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>one text, cut in different ways</source>
        <translation>같은 글을 여러 방법으로 자르기</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘</translation>
    </message>
    <message>
        <source>One text cut in different ways</source>
        <translation>같은 글을 여러 방법으로 자르기</translation>
    </message>
    <message>
        <source>Learn larger pieces from the most common pairs</source>
        <translation>가장 흔한 쌍에서 더 큰 조각 배우기</translation>
    </message>
    <message>
        <source>All tokens of one way to cut</source>
        <translation>한 가지 방법의 모든 토큰</translation>
    </message>
    <message>
        <source>What is shown of tokens</source>
        <translation>토큰에서 보여 줄 것</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>우리가 쓴 글</translation>
    </message>
    <message>
        <source>Text that is cut</source>
        <translation>자를 글</translation>
    </message>
</context>
<context>
    <name>neurarium::TopBar</name>
    <message>
        <source>Lesson: %1</source>
        <translation>수업: %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>멈춤 (스페이스 바)</translation>
    </message>
    <message>
        <source>Train (Space)</source>
        <translation>학습 (스페이스 바)</translation>
    </message>
    <message>
        <source>One step (.)</source>
        <translation>한 단계 (.)</translation>
    </message>
    <message>
        <source>Restart from the beginning (Ctrl+R)</source>
        <translation>처음부터 다시 시작 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Light appearance (Ctrl+Shift+D)</source>
        <translation>밝은 화면 (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Dark appearance (Ctrl+Shift+D)</source>
        <translation>어두운 화면 (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>Guide (Ctrl+G)</source>
        <translation>길잡이 (Ctrl+G)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
</context>
<context>
    <name>neurarium::TrainingCard</name>
    <message>
        <source>Works from the next epoch on.</source>
        <translation>다음 에포크부터 적용됩니다.</translation>
    </message>
    <message>
        <source>stops after %1 epochs without gain</source>
        <translation>%1 에포크 동안 나아지지 않으면 끝</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 방법</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation>한 단계의 예시 수</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Course of the learning rate</source>
        <translation>학습률의 변화</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>설정 접기</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>설정 더 보기</translation>
    </message>
</context>
<context>
    <name>neurarium::TwinDialog</name>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Start both</source>
        <translation>둘 다 시작</translation>
    </message>
    <message>
        <source>Try one change</source>
        <translation>하나만 바꿔 보기</translation>
    </message>
    <message>
        <source>Training goes on twice from %1, with the same samples and the same random numbers: once as it was, and once with one change. Both become branches; where you stand stays as it is.</source>
        <translation>%1에서 같은 예시와 같은 난수로 두 번 이어서 학습합니다. 한 번은 그대로, 한 번은 하나만 바꿔서 합니다. 둘 다 갈래가 되고, 지금 있는 곳은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>바꿀 것</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>얼마나</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Until now: %1</source>
        <translation>지금까지: %1</translation>
    </message>
    <message>
        <source>Nothing is different yet.</source>
        <translation>아직 달라진 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n단계</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TwinOptionWords</name>
    <message>
        <source>Layer %1, %2: %3</source>
        <translation>층 %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>neurarium::TwinWires</name>
    <message>
        <source>epoch %1, step %2</source>
        <translation>%1 에포크, %2단계</translation>
    </message>
</context>
<context>
    <name>neurarium::TwinWords</name>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is %2 lower</source>
        <translation>
            <numerusform>%1: %n단계 뒤의 검증 손실이 %2 더 낮습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is %2 higher</source>
        <translation>
            <numerusform>%1: %n단계 뒤의 검증 손실이 %2 더 높습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is the same</source>
        <translation>
            <numerusform>%1: %n단계 뒤의 검증 손실이 같습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is %2 lower</source>
        <translation>
            <numerusform>%1: 마지막 %n단계의 손실이 %2 더 낮습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is %2 higher</source>
        <translation>
            <numerusform>%1: 마지막 %n단계의 손실이 %2 더 높습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is the same</source>
        <translation>
            <numerusform>%1: 마지막 %n단계의 손실이 같습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended before the first step</source>
        <translation>첫 단계 전에 끝났습니다</translation>
    </message>
    <message>
        <source>With %1 the loss became too large in step %2</source>
        <translation>%1: %2단계에서 손실이 너무 커졌습니다</translation>
    </message>
    <message>
        <source>Without a change the loss became too large in step %1</source>
        <translation>바꾸지 않은 쪽의 손실이 %1단계에서 너무 커졌습니다</translation>
    </message>
</context>
<context>
    <name>neurarium::VariedPictures</name>
    <message>
        <source>Pictures of this batch: %1</source>
        <translation>이번 묶음의 그림: %1장</translation>
    </message>
</context>
<context>
    <name>neurarium::VerdictHelp</name>
    <message>
        <source>The training loss rose above three times what it was in the last epoch. Go back to a save and lower the learning rate.</source>
        <translation>학습 손실이 지난 에포크의 세 배를 넘었습니다. 저장한 곳으로 되돌아가 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>The thin line falls, the thick line rises: it learns its own examples by heart. Try dropout, vary the photos, or collect more of them.</source>
        <translation>가는 선은 내려가고 굵은 선은 올라갑니다. 학습용 예시를 외우고 있습니다. 드롭아웃이나 사진 변형을 쓰거나 사진을 더 모아 보세요.</translation>
    </message>
    <message>
        <source>The validation loss is still as high as that of an answer by chance. Give it time, or raise the learning rate.</source>
        <translation>검증 손실이 아직 찍을 때만큼 높습니다. 조금 더 기다리거나 학습률을 높이세요.</translation>
    </message>
    <message>
        <source>The validation loss fell by 2 % or more lately. Let it go on.</source>
        <translation>최근에 검증 손실이 2 % 이상 줄었습니다. 계속 학습하게 두세요.</translation>
    </message>
    <message>
        <source>The validation loss fell by 1 to 2 % lately. A higher learning rate may be faster.</source>
        <translation>최근에 검증 손실이 1~2 % 줄었습니다. 학습률을 높이면 더 빠를 수 있습니다.</translation>
    </message>
    <message>
        <source>The validation loss moved by less than 1 % lately. Try another learning rate, or a larger network.</source>
        <translation>최근에 검증 손실이 1 %도 움직이지 않았습니다. 다른 학습률이나 더 큰 신경망을 써 보세요.</translation>
    </message>
    <message>
        <source>The validation loss goes up and down; no rule fits yet. Watch a few more epochs.</source>
        <translation>검증 손실이 오르내려 아직 판단하기 어렵습니다. 몇 에포크 더 지켜보세요.</translation>
    </message>
    <message>
        <source>After three epochs there is enough to compare.</source>
        <translation>세 에포크가 지나면 비교할 만큼 모입니다.</translation>
    </message>
    <message>
        <source>Nothing changes while training is paused. Press Space to go on.</source>
        <translation>멈춘 동안에는 아무것도 바뀌지 않습니다. 계속하려면 스페이스 바를 누르세요.</translation>
    </message>
    <message>
        <source>You are looking at an earlier place. Training stands where the solid line was.</source>
        <translation>앞선 때를 보고 있습니다. 학습은 실선이 있던 자리에 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::VocabularyPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 가운데 %1개</translation>
    </message>
    <message>
        <source>Which vocabulary</source>
        <translation>어느 어휘</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Search the vocabulary</source>
        <translation>어휘에서 찾기</translation>
    </message>
    <message>
        <source>Tokens of the vocabulary</source>
        <translation>어휘의 토큰</translation>
    </message>
</context>
<context>
    <name>neurarium::VocabularyTable</name>
    <message>
        <source>Id</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
</context>
<context>
    <name>neurarium::WelcomePage</name>
    <message>
        <source>See a network learn.</source>
        <translation>신경망이 배우는 모습을 보세요.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>New lab</source>
        <translation>새 실험실</translation>
    </message>
    <message>
        <source>Open a lab</source>
        <translation>실험실 열기</translation>
    </message>
    <message>
        <source>Use your own photos</source>
        <translation>내 사진 쓰기</translation>
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
        <source>Light or dark appearance</source>
        <translation>밝은 화면과 어두운 화면</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Your labs will be listed here. Start with lesson 1, it takes one minute.</source>
        <translation>내 실험실이 여기에 나옵니다. 1분이면 되는 수업 1부터 시작하세요.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Works without internet</source>
        <translation>인터넷 없이 됩니다</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>계정이 필요 없습니다</translation>
    </message>
    <message>
        <source>Photos stay on this computer</source>
        <translation>사진은 이 컴퓨터에만 있습니다</translation>
    </message>
    <message>
        <source>Open a packed lab</source>
        <translation>묶은 실험실 열기</translation>
    </message>
</context>
<context>
    <name>neurarium::WindowActions</name>
    <message>
        <source>About Neurarium</source>
        <translation>Neurarium 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>모든 수업</translation>
    </message>
    <message>
        <source>New lab</source>
        <translation>새 실험실</translation>
    </message>
    <message>
        <source>Open a lab …</source>
        <translation>실험실 열기 …</translation>
    </message>
    <message>
        <source>Use your own photos …</source>
        <translation>내 사진 쓰기 …</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>학습 또는 멈춤</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에포크</translation>
    </message>
    <message>
        <source>Finish now, keep the best</source>
        <translation>지금 끝내고 가장 좋은 것 남기기</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>여기서 저장</translation>
    </message>
    <message>
        <source>Go back to the chosen slot</source>
        <translation>고른 저장 칸으로 되돌아가기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Dropout on or off</source>
        <translation>드롭아웃 켜기/끄기</translation>
    </message>
    <message>
        <source>Lower the learning rate</source>
        <translation>학습률 낮추기</translation>
    </message>
    <message>
        <source>Raise the learning rate</source>
        <translation>학습률 높이기</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>길잡이</translation>
    </message>
    <message>
        <source>한국어 / English</source>
        <translation>한국어 / English</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게/어둡게</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>보통 글자 크기</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>그래프 내보내기</translation>
    </message>
    <message>
        <source>X-ray of a checkpoint …</source>
        <translation>체크포인트 들여다보기 …</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Try one change here …</source>
        <translation>여기서 하나만 바꿔 보기 …</translation>
    </message>
    <message>
        <source>Open a packed lab …</source>
        <translation>묶은 실험실 열기 …</translation>
    </message>
    <message>
        <source>Pack this lab into one file …</source>
        <translation>이 실험실을 파일 하나로 묶기 …</translation>
    </message>
    <message>
        <source>Room for saves …</source>
        <translation>저장 공간 …</translation>
    </message>
</context>
<context>
    <name>neurarium::WordMapFigure</name>
    <message>
        <source>Word map</source>
        <translation>단어 지도</translation>
    </message>
</context>
<context>
    <name>neurarium::WordMapPanel</name>
    <message>
        <source>Word map</source>
        <translation>단어 지도</translation>
    </message>
    <message>
        <source>How the map is made</source>
        <translation>지도를 만드는 방법</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>2차원</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3차원</translation>
    </message>
    <message>
        <source>Dimensions of the map</source>
        <translation>지도의 차원</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>단어 찾기</translation>
    </message>
    <message>
        <source>The beginning of a word; in Korean its initial consonants, too: ㅊㄱ.</source>
        <translation>단어의 앞부분이나 첫소리(ㅊㄱ)를 입력하세요.</translation>
    </message>
    <message>
        <source>Nearest words, and lengths over the epochs</source>
        <translation>가까운 단어와 에포크에 따른 길이</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>아직 단어가 없습니다</translation>
    </message>
    <message>
        <source>Once training has begun, each token stands here as a point and begins to move.</source>
        <translation>학습을 시작하면 토큰마다 점이 하나씩 놓이고 움직이기 시작합니다.</translation>
    </message>
    <message>
        <source>Picture map</source>
        <translation>사진 지도</translation>
    </message>
    <message>
        <source>Nearest pictures, and lengths over the epochs</source>
        <translation>가까운 사진과 에포크에 따른 길이</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>아직 사진이 없습니다</translation>
    </message>
    <message>
        <source>Once training has begun, new pictures stand here as the last hidden layer sees them, and move from epoch to epoch.</source>
        <translation>학습을 시작하면 처음 보는 사진들이 마지막 숨은 층에 비친 대로 여기에 놓이고, 에포크마다 움직입니다.</translation>
    </message>
</context>
<context>
    <name>neurarium::WritingFigure</name>
    <message>
        <source>Writing</source>
        <translation>글쓰기</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>온도 %1</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>top-k %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>top-p %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
</context>
<context>
    <name>neurarium::WritingPanel</name>
    <message>
        <source>“%1” is the beginning: nothing foretells it.</source>
        <translation>“%1”은 첫 토큰이라 앞에서 내다볼 것이 없습니다.</translation>
    </message>
    <message>
        <source>Why “%1”? This might have stood there:</source>
        <translation>왜 “%1”일까요? 그 자리에 올 수 있던 토큰:</translation>
    </message>
    <message>
        <source>Save here (A, B, C), and compare what they write.</source>
        <translation>저장(A, B, C)해 두면 이어 쓴 글을 견줄 수 있습니다.</translation>
    </message>
    <message>
        <source>What each save writes:</source>
        <translation>저장 칸마다 이어 쓴 글:</translation>
    </message>
    <message numerus="yes">
        <source>The context is full: %n token(s) are all that it can see. Start again, or shorten the prompt.</source>
        <translation>
            <numerusform>문맥이 가득 찼습니다. 볼 수 있는 것은 토큰 %n개뿐입니다. 다시 시작하거나 앞부분을 줄이세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type how a text begins. The network goes on from there.</source>
        <translation>글의 앞부분을 쓰세요. 신경망이 이어서 씁니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>그만</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>이어 쓰기</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>tokens and what may be next</source>
        <translation>토큰과 다음 토큰</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>글쓰기</translation>
    </message>
    <message>
        <source>How the text begins</source>
        <translation>글의 앞부분</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트(글의 앞부분)</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>다음 토큰</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>0 always takes the likeliest; above 1 unlikely ones get a chance.</source>
        <translation>0이면 늘 확률이 가장 큰 토큰을 씁니다. 1보다 크면 드문 토큰도 나옵니다.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only that many of the likeliest may be drawn.</source>
        <translation>확률이 큰 순서로 이만큼만 뽑힐 수 있습니다.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest that together reach this probability may be drawn.</source>
        <translation>확률이 큰 순서로 더해서 이 값이 될 때까지만 뽑힐 수 있습니다.</translation>
    </message>
    <message>
        <source>Start again from the prompt</source>
        <translation>앞부분부터 다시</translation>
    </message>
    <message>
        <source>Write again with other dice</source>
        <translation>주사위를 다시 던져 쓰기</translation>
    </message>
    <message>
        <source>What each save writes</source>
        <translation>저장 칸마다 이어 쓴 글</translation>
    </message>
</context>
<context>
    <name>neurarium::XRayDialog</name>
    <message>
        <source>The first 8 bytes: %1</source>
        <translation>처음 8바이트: %1</translation>
    </message>
    <message>
        <source>They are one number, the length of the header: %1</source>
        <translation>이것은 머리글의 길이를 나타내는 하나의 숫자입니다: %1</translation>
    </message>
    <message>
        <source>
 … and so on</source>
        <translation>
 … 이하 생략</translation>
    </message>
    <message>
        <source>%1 of %2 tensors can still be read.</source>
        <translation>텐서 %2개 가운데 %1개는 아직 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>No tensor</source>
        <translation>텐서 없음</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1부터 %2까지, 평균 %3</translation>
    </message>
    <message>
        <source>%1 of %2 are 0</source>
        <translation>%2개 가운데 %1개가 0</translation>
    </message>
    <message>
        <source>%1 are no numbers, %2 are infinite</source>
        <translation>%1개는 숫자가 아니고 %2개는 무한대</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of the file</source>
        <translation>파일의 %1번째부터 %2번째 바이트까지</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>0으로 만들기</translation>
    </message>
    <message>
        <source>X-ray of a checkpoint</source>
        <translation>체크포인트 들여다보기</translation>
    </message>
    <message>
        <source>Open another file …</source>
        <translation>다른 파일 열기 …</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>사본 저장 …</translation>
    </message>
    <message>
        <source>The file stays as it is; the copy has 0 for every number of the chosen tensors.</source>
        <translation>파일은 그대로입니다. 사본에서는 고른 텐서의 모든 숫자가 0이 됩니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The tensors of the file</source>
        <translation>파일의 텐서</translation>
    </message>
    <message>
        <source>The header of the file as text</source>
        <translation>글로 본 파일의 머리글</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>텐서</translation>
    </message>
    <message>
        <source>The header as text</source>
        <translation>글로 본 머리글</translation>
    </message>
</context>
<context>
    <name>neurarium::XRayFlow</name>
    <message>
        <source>Look into a file</source>
        <translation>파일 들여다보기</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors)</source>
        <translation>체크포인트 (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 with zeros</source>
        <translation>%1 0으로</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
</context>
</TS>
